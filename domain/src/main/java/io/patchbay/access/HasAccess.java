package io.patchbay.access;

/** What reaches a system: a connector or an instance. */
public interface HasAccess {

    /** How it reaches the system. */
    SystemAccess access();
}
