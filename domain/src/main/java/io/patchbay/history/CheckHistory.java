package io.patchbay.history;

import io.patchbay.access.AccessId;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was found over time. It is written by whoever writes the result of a check, and cannot be forgotten there. */
public interface CheckHistory {

    /**
     * Which part of the periods is wanted, newest first.
     *
     * @param size 1 to {@link Page.Request#MAX_SIZE}
     * @param from the number of the period from which to go on, itself not included; null: from the edge
     * @param backwards false: what is older than {@code from}, the newest of these; true: what is newer, the oldest of these
     * @param changesOnly only periods that found something else than the one before
     */
    record Part(int size, @Nullable Integer from, boolean backwards, boolean changesOnly) {

        public Part {
            if (size < 1 || size > Page.Request.MAX_SIZE) {
                throw new IllegalArgumentException("A page holds 1 to " + Page.Request.MAX_SIZE + ", not " + size);
            }
        }
    }

    /** The same part of each, newest first, in one statement. What is unknown, or another company's, has none. */
    Map<AccessId, Page<CheckPeriod>> pages(CompanyId company, Collection<AccessId> accesses, Part part);

    /** How many periods each has, in one statement. */
    Map<AccessId, Count> counts(CompanyId company, Collection<AccessId> accesses, boolean changesOnly);

    /**
     * Reads every period that was known of since a moment, those of each in the order of time, in one statement. Inside a
     * transaction it needs no more memory for many than for few.
     */
    void read(CompanyId company, Collection<AccessId> accesses, Instant since, Consumer<CheckPeriod> reader);
}
