package io.patchbay.identity.ui;

/** Whether people without an account may make themselves one; answered by whoever registers companies. */
public interface Newcomers {

    /** There is no account yet, so that nobody can log in and the next visitor sets Patchbay up. */
    boolean setUpPatchbay();

    /** Anyone may register a company of their own. */
    boolean welcome();
}
