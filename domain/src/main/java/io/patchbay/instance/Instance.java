package io.patchbay.instance;

import io.patchbay.access.AccessId;
import io.patchbay.access.HasAccess;
import io.patchbay.access.SystemAccess;
import io.patchbay.shared.Name;
import io.patchbay.system.RateLimit;
import org.jspecify.annotations.Nullable;

/**
 * A named set of credentials and settings of an installed system, for process flows.
 *
 * @param rateLimit null: no limit of its own
 */
public record Instance(SystemAccess access, @Nullable RateLimit rateLimit) implements HasAccess {

    public AccessId id() {
        return access.id();
    }

    public int version() {
        return access.version();
    }

    public Name name() {
        return access.name();
    }

    /** The same instance, reached differently. */
    public Instance with(SystemAccess changed) {
        return new Instance(changed, rateLimit);
    }

    /** The same instance under another limit. */
    public Instance limitedTo(@Nullable RateLimit newLimit) {
        return new Instance(access, newLimit);
    }
}
