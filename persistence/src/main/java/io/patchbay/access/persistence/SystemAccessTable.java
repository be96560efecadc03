package io.patchbay.access.persistence;

import io.patchbay.access.AccessKind;
import io.patchbay.access.AccessSearch;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.SystemAccess;
import io.patchbay.credential.persistence.CredentialsColumn;
import io.patchbay.persistence.Filter;
import io.patchbay.persistence.SortKey;
import io.patchbay.persistence.VersionedTable;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Order;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;

/**
 * The table of connectors and instances, as one of the two sees it.
 *
 * @param kind which rows it sees
 */
@NamedInterface("persistence")
public record SystemAccessTable(JdbcClient jdbc, AccessKind kind) {

    public static final String NAME = "system_access";

    /** What lists can go by. */
    public static final Map<Order.By, SortKey> KEYS = SortKey.byNameAndChangeAnd("array_position(array[%s], it.status)"
            .formatted(Stream.of(AccessStatus.values())
                    .map(status -> "'" + status + "'")
                    .collect(Collectors.joining(", "))));

    /**
     * Writes a row and gives what is stored now.
     *
     * @param own the columns that only this kind has
     * @throws io.patchbay.shared.Contended where somebody else was faster
     */
    public SystemAccess save(SystemAccess access, Map<String, @Nullable Object> own) {
        if (access.version() > 0) {
            forgetCheckOfOtherCredentials(access);
        }
        return withVersion(access, versions().save(new SystemAccessRow(kind, access, own)));
    }

    /**
     * Deletes the row of this version.
     *
     * @throws io.patchbay.shared.Contended where somebody else was faster
     */
    public void remove(SystemAccess access) {
        versions().remove(access.companyId().value(), access.id().value(), access.version());
    }

    /** The company's rows of this kind. */
    public Filter of(CompanyId company) {
        return Filter.of(company.value()).range("it.kind = '" + kind + "'");
    }

    /** Those of them that are looked for. */
    public Filter matching(CompanyId company, AccessSearch search) {
        return of(company)
                .equal(
                        "it.environment",
                        search.environment() == null
                                ? null
                                : search.environment().name())
                .equal("it.system_slug", search.systemSlug())
                .in("it.status", search.statuses())
                .contains("it.name", search.text());
    }

    /** How many there are by status, in one statement; each count is bounded. */
    public Map<AccessStatus, Count> countByStatus(CompanyId company) {
        var counts = new EnumMap<AccessStatus, Count>(AccessStatus.class);
        jdbc.sql("""
                select status, (select count(*) from (
                    select 1 from system_access it
                    where it.company_id = ? and it.kind = '%s' and it.status = each.status limit %d) counted) as count
                from unnest(array[%s]) as each (status)
                """.formatted(kind, Count.BOUND + 1, Filter.quoted(EnumSet.allOf(AccessStatus.class))))
                .param(company.value())
                .query(row -> {
                    var count = row.getInt("count");
                    if (count > 0) {
                        counts.put(AccessStatus.valueOf(row.getString("status")), Count.of(count));
                    }
                });
        return counts;
    }

    private void forgetCheckOfOtherCredentials(SystemAccess access) {
        jdbc.sql("""
                update system_access
                set status = 'NOT_CHECKED', check_reason = null, check_hint = null, check_latency_ms = null, checked_at = null
                where company_id = ? and id = ? and version = ? and checked_at is not null and credentials <> ?
                """)
                .params(
                        access.companyId().value(),
                        access.id().value(),
                        access.version(),
                        CredentialsColumn.of(access.credentials()))
                .update();
    }

    private VersionedTable versions() {
        return new VersionedTable(jdbc, NAME);
    }

    private static SystemAccess withVersion(SystemAccess access, int version) {
        return new SystemAccess(
                access.id(),
                version,
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
}
