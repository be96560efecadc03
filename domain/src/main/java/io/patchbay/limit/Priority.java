package io.patchbay.limit;

/** Who goes first. Whoever looks at a status must not wait for those who move a million rows. */
public enum Priority {
    /** A person waits for it. */
    TEST,
    /** A check that nobody asked for. */
    CHECK,
    /** Everything else. */
    BULK;

    boolean urgent() {
        return this != BULK;
    }
}
