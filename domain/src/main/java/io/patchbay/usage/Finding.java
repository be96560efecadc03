package io.patchbay.usage;

import io.patchbay.access.SystemAccess;
import io.patchbay.access.Use;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the latest uses of an access on one node say about its status.
 *
 * @param newest the use that ended last
 * @param doubted whether one before it failed, so that the status wants looking at whatever the newest says
 * @param hint the definition's own sentence for a failure
 * @param nextCheck how long a proof makes a check needless; null: the system is checked on demand only
 */
public record Finding(
        SystemAccess access,
        Use newest,
        boolean doubted,
        @Nullable String hint,
        @Nullable Duration nextCheck) {

    public Evidence evidence() {
        return Evidence.of(newest.ending());
    }

    /** Whether it only repeats that all is well. */
    boolean confirms() {
        return evidence() instanceof Evidence.Proof && !doubted;
    }
}
