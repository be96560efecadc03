package io.patchbay.live.api;

import io.patchbay.access.AccessKind;
import io.patchbay.access.HasAccess;
import io.patchbay.access.StatusChange;
import io.patchbay.system.Environment;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which changes a client wants to hear of; null: any. */
record AccessStatusFilter(
        @Nullable Set<String> ids,
        @Nullable Set<AccessKind> kinds,
        @Nullable Environment environment) {

    static final int MOST_IDS = 200;

    static final AccessStatusFilter ANY = new AccessStatusFilter(null, null, null);

    /** As far as the change itself tells. */
    boolean wants(StatusChange change) {
        return (kinds == null || kinds.contains(change.kind()))
                && (ids == null || ids.contains(AccessStatusChange.id(change.kind(), change.access())));
    }

    boolean wants(HasAccess thing) {
        return environment == null || environment == thing.access().environment();
    }
}
