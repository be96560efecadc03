package io.patchbay.attention;

import io.patchbay.access.AccessKind;
import io.patchbay.access.HasAccess;
import io.patchbay.access.SystemAccess;
import io.patchbay.shared.Page;
import java.time.Instant;

/**
 * A connector or an instance that needs attention.
 *
 * @param subject a {@link io.patchbay.connector.ConnectorSummary} or an {@link io.patchbay.instance.Instance}, as it is now
 * @param since when it came to be as bad as it is; how it was before does not count
 * @param remedy the one thing to do first
 */
public record Concern(AccessKind kind, HasAccess subject, Severity severity, Instant since, Remedy remedy)
        implements HasAccess {

    @Override
    public SystemAccess access() {
        return subject.access();
    }

    /** Where it stands in the list of all concerns. */
    public Page.Place place() {
        return Concerns.place(access().id(), severity, since);
    }
}
