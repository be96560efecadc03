package io.patchbay.access.ui;

import io.patchbay.access.SystemAccess;
import io.patchbay.system.RateLimit;
import org.jspecify.annotations.Nullable;

/**
 * A connector or an instance, as far as their pages are the same.
 *
 * @param rateLimit null for a connector, and for an instance without a limit of its own
 */
public record AccessState(SystemAccess access, @Nullable RateLimit rateLimit) {

    /** Which state it is; a change is only made to the one that the person saw. */
    public int version() {
        return access.version();
    }
}
