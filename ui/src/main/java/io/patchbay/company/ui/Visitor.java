package io.patchbay.company.ui;

/** Who is looking at a page without being logged in. */
public interface Visitor {

    /** Whether they sit at the machine that Patchbay runs on, so that they need not prove that it is theirs. */
    boolean sitsAtTheMachine();

    /** Whether they may try to register now: not where somebody at their address tried too often of late. Counts as a try. */
    boolean mayTryToRegister();
}
