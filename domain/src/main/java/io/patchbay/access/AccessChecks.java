package io.patchbay.access;

/** Where the results of checks are kept. */
public interface AccessChecks {

    /**
     * Keeps a result, unless the credentials that were checked have been replaced meanwhile or something newer is known of
     * them. Changes no version, because nobody's settings changed.
     *
     * @return whether it was kept: not where the credentials are others by now, more is known, or all of it is gone
     */
    boolean record(SystemAccess checked, Check result);
}
