package io.patchbay.access;

import java.util.List;

/**
 * What a watcher has not heard yet.
 *
 * @param readAgain whether more may have changed than is told, so that everything that is shown is to be read again
 * @param changes each connector and instance once, however often it changed; none where everything is to be read again
 */
public record StatusNews(boolean readAgain, List<StatusChange> changes) {

    public StatusNews {
        changes = List.copyOf(changes);
    }

    /** Whether this may be news of it. */
    public boolean concerns(AccessId access) {
        return readAgain || changes.stream().anyMatch(change -> change.access().equals(access));
    }
}
