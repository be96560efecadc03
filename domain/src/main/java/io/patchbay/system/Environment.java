package io.patchbay.system;

/** Whether real business is at stake. */
public enum Environment {
    /** The system that the business runs on. */
    LIVE,
    /** The vendor's sandbox, or a copy to try things out. */
    TEST
}
