package io.patchbay.identity;

/** Tells who is acting right now, on this thread. */
public interface CurrentViewer {

    /** @throws IllegalStateException where nobody was let in, which the edges prevent */
    Viewer viewer();
}
