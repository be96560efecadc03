package io.patchbay.company.ui;

/** Who is looking at a page without being logged in. */
public interface Visitor {

    /** Whether they sit at the machine that Patchbay runs on, so that they need not prove that it is theirs. */
    boolean sitsAtTheMachine();
}
