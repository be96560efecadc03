package io.patchbay.access;

/** Where the results of checks are kept. */
public interface AccessChecks {

    /**
     * Keeps a result, unless the credentials that were checked have been replaced meanwhile. Changes no version, because
     * nobody's settings changed.
     */
    void record(SystemAccess checked, Check result);
}
