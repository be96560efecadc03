package io.patchbay.access;

import io.patchbay.shared.Contended;
import io.patchbay.shared.Count;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What connectors and instances in memory share. */
public final class InMemoryAccess {

    private InMemoryAccess() {}

    public static SystemAccess nextVersion(SystemAccess access) {
        return new SystemAccess(
                access.id(),
                access.version() + 1,
                access.companyId(),
                access.system(),
                access.name(),
                access.environment(),
                access.timeZone(),
                access.dateFormat(),
                access.credentials(),
                access.lastCheck(),
                access.createdAt(),
                access.updatedAt());
    }

    public static void refuseStale(int stored, int given) {
        if (stored != given) {
            throw new Contended("the row changed", new IllegalStateException());
        }
    }

    public static boolean matches(SystemAccess access, AccessSearch search) {
        return (search.environment() == null || search.environment() == access.environment())
                && (search.systemSlug() == null
                        || search.systemSlug().equals(access.system().slug()))
                && (search.text() == null
                        || access.name()
                                .value()
                                .toLowerCase(Locale.ROOT)
                                .contains(search.text().toLowerCase(Locale.ROOT)))
                && (search.statuses().isEmpty() || search.statuses().contains(access.status()));
    }

    public static Map<AccessStatus, Count> byStatus(List<SystemAccess> all) {
        var counts = new EnumMap<AccessStatus, Count>(AccessStatus.class);
        for (var access : all) {
            counts.merge(access.status(), new Count(1, true), (one, other) -> Count.of(one.value() + other.value()));
        }
        return counts;
    }
}
