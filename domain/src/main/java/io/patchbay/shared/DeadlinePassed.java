package io.patchbay.shared;

/** Work was given up because it took longer than it may. */
public final class DeadlinePassed extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DeadlinePassed() {
        super("The work took longer than it may");
    }
}
