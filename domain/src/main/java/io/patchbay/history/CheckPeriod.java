package io.patchbay.history;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.CheckReason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the checks of a connector or an instance found the same, with nobody ever looking away for long. Periods
 * follow one another; where one ended before the next began, nobody looked.
 *
 * @param number counts the periods of one connector or instance
 * @param change whether it found something else than the one before
 * @param status {@link AccessStatus#NOT_CHECKED} where nobody had tried these credentials
 * @param reason null: all was well, and there is nothing to say
 * @param checkedAt the last check; null: there was none
 * @param knownUntil up to when what was found may be taken for true; of one that lasts, at times a moment to come
 * @param ended the next one has begun
 * @param checks how many there were
 * @param fastest of the answers; null: there were none
 * @param slowest of the answers; null: there were none
 */
public record CheckPeriod(
        AccessId access,
        int number,
        boolean change,
        AccessStatus status,
        @Nullable CheckReason reason,
        Instant begunAt,
        @Nullable Instant checkedAt,
        Instant knownUntil,
        boolean ended,
        int checks,
        @Nullable Duration fastest,
        @Nullable Duration slowest) {}
