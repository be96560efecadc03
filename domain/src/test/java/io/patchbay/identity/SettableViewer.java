package io.patchbay.identity;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whoever the test says is acting. */
public class SettableViewer implements CurrentViewer {

    private @Nullable Viewer viewer;

    @Override
    public Viewer viewer() {
        return Objects.requireNonNull(viewer, "nobody is acting");
    }

    public void actAs(Viewer viewer) {
        this.viewer = viewer;
    }
}
