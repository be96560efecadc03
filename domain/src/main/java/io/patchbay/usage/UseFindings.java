package io.patchbay.usage;

import java.util.Collection;
import java.util.List;

/** Where it is kept what uses say about statuses. What was found later on, by a use or a check, is never overwritten. */
public interface UseFindings {

    /**
     * Keeps that these are still operational, and puts their next checks off.
     *
     * @return those that were not, or that somebody else is writing to just now; nothing was kept of them
     */
    List<Finding> confirm(Collection<Finding> findings);

    /** Keeps a finding as far as it may move the status (decision 0025), and has the rest looked at by a check. */
    void tell(Finding finding);
}
