package io.patchbay.access;

/** Where it is told that somebody used an access. */
public interface Uses {

    /**
     * Takes in what came of a use: it is counted, and says something about the status of the access, as a check does. Costs
     * no more than memory, waits for nothing and never throws, so it may be called on any request's way.
     *
     * @param access as it was when the use began
     */
    void used(SystemAccess access, Use use);
}
