package io.patchbay.live.api;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessKind;
import io.patchbay.access.HasAccess;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a listening client is told.
 *
 * @param accessId the id that clients know it by; null where everything is to be read again
 * @param access as it is at the moment of telling; null where it is gone, or where everything is to be read again
 */
record AccessStatusChange(
        StatusNews news,
        @Nullable String accessId,
        @Nullable HasAccess access) {

    static final AccessStatusChange READ_AGAIN = new AccessStatusChange(StatusNews.READ_AGAIN, null, null);

    /** What happened. */
    enum StatusNews {
        CHANGED,
        REMOVED,
        READ_AGAIN
    }

    static AccessStatusChange changed(AccessKind kind, HasAccess thing) {
        return new AccessStatusChange(
                StatusNews.CHANGED, id(kind, thing.access().id()), thing);
    }

    static AccessStatusChange removed(AccessKind kind, AccessId id) {
        return new AccessStatusChange(StatusNews.REMOVED, id(kind, id), null);
    }

    static String id(AccessKind kind, AccessId id) {
        return GlobalId.of(
                switch (kind) {
                    case CONNECTOR -> NodeType.CONNECTOR;
                    case INSTANCE -> NodeType.INSTANCE;
                },
                id.value());
    }
}
