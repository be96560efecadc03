package io.patchbay.attention.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessKind;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.CheckReason;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.persistence.SystemAccessTable;
import io.patchbay.access.persistence.TestAccess;
import io.patchbay.attention.ConcernSearch;
import io.patchbay.attention.Concerns;
import io.patchbay.attention.Severity;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.credential.Credentials;
import io.patchbay.credential.CredentialsId;
import io.patchbay.persistence.Moments;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Page;
import io.patchbay.system.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JdbcConcernsIntegrationTests {

    private static final TestTables TABLES = new TestTables();
    private static final Instant NOW = TestTables.NOW;
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcConcerns concerns = new JdbcConcerns(TABLES.jdbc());
    private final SystemAccessTable table = new SystemAccessTable(TABLES.jdbc(), AccessKind.CONNECTOR);
    private final CompanyId company = TABLES.company();

    @Test
    void theDatabaseNotesWhatTheDomainSays() {
        for (var status : AccessStatus.values()) {
            for (var reason : new CheckReason[] {null, CheckReason.PERMISSION}) {
                if (status == AccessStatus.NOT_CHECKED && reason != null) {
                    continue;
                }
                var access = connector(check(status, reason, NOW));

                assertThat(noted(access).map(Concerns.Noted::severity))
                        .as("%s, %s", status, reason)
                        .isEqualTo(Severity.of(access));
            }
        }
    }

    @Test
    void sinceIsWhenItBecameSoBadAndNotWhenItWasLastSeen() {
        var access = connector(check(AccessStatus.SYSTEM_UNREACHABLE, CheckReason.DNS, NOW));

        record(access, check(AccessStatus.SYSTEM_UNREACHABLE, CheckReason.TIMEOUT, LATER));
        assertThat(since(access)).isEqualTo(NOW);

        record(access, check(AccessStatus.FAILED_AUTHENTICATION, CheckReason.CREDENTIALS_REFUSED, LATER));
        assertThat(since(access)).isEqualTo(LATER);

        record(access, check(AccessStatus.OPERATIONAL, null, LATER));
        assertThat(noted(access)).isEmpty();

        record(access, check(AccessStatus.SYSTEM_UNREACHABLE, CheckReason.DNS, LATER.plusSeconds(60)));
        assertThat(since(access)).isEqualTo(LATER.plusSeconds(60));
    }

    @Test
    void otherCredentialsAreUntriedFromNowOn() {
        var access = connector(check(AccessStatus.FAILED_AUTHENTICATION, CheckReason.CREDENTIALS_REFUSED, NOW));
        var before = Instant.now().minusSeconds(5);

        table.save(access.withReplaced(fresh(access.credentials()), NOW), own(access));

        assertThat(noted(access).map(Concerns.Noted::severity)).contains(Severity.UNTRIED);
        assertThat(since(access)).isAfter(before);
    }

    @Test
    void whatIsUntriedCountsFromAMomentBackOnly() {
        var access = connector(null);
        var since = since(access);

        assertThat(concerns.page(company, ConcernSearch.ANY, since, first(20)).items())
                .isEmpty();
        assertThat(concerns.count(company, ConcernSearch.ANY, since).value()).isZero();
        assertThat(concerns.page(company, ConcernSearch.ANY, since.plusMillis(1), first(20))
                        .items())
                .singleElement()
                .extracting(Concerns.Noted::id)
                .isEqualTo(access.id());
    }

    @Test
    void pagesBothWaysTheWorstFirstAndThenTheNewest() {
        var oldShutOut = connector(check(AccessStatus.NEEDS_RECONNECT, CheckReason.GRANT_GONE, NOW));
        var limited = connector(check(AccessStatus.OPERATIONAL, CheckReason.PERMISSION, LATER));
        var unreachable = connector(check(AccessStatus.SYSTEM_UNREACHABLE, CheckReason.DNS, LATER));
        var newShutOut = connector(check(AccessStatus.FAILED_AUTHENTICATION, CheckReason.CLOCK, LATER));
        var sameMoment = connector(check(AccessStatus.FAILED_AUTHENTICATION, CheckReason.CLOCK, LATER));
        var worstFirst = List.of(sameMoment.id(), newShutOut.id(), oldShutOut.id(), unreachable.id(), limited.id());

        assertThat(ids(walk(false))).isEqualTo(worstFirst);
        assertThat(ids(walk(true))).isEqualTo(worstFirst.reversed());
    }

    @Test
    void findsByKindEnvironmentSystemAndGroup() {
        var group = TABLES.group(company);
        connector(group, "one", Environment.TEST, check(AccessStatus.NEEDS_RECONNECT, null, NOW));
        connector(check(AccessStatus.NEEDS_RECONNECT, null, NOW));

        assertThat(found(new ConcernSearch(AccessKind.CONNECTOR, null, null, null)))
                .isEqualTo(2);
        assertThat(found(new ConcernSearch(AccessKind.INSTANCE, null, null, null)))
                .isZero();
        assertThat(found(new ConcernSearch(null, Environment.TEST, null, null))).isEqualTo(1);
        assertThat(found(new ConcernSearch(null, null, "one", null))).isEqualTo(1);
        assertThat(found(new ConcernSearch(null, null, null, group))).isEqualTo(1);
        assertThat(concerns.page(TABLES.company(), ConcernSearch.ANY, NEVER, first(20))
                        .items())
                .isEmpty();
    }

    private int found(ConcernSearch search) {
        assertThat(concerns.page(company, search, NEVER, first(20)).items())
                .hasSize(concerns.count(company, search, NEVER).value());
        return concerns.count(company, search, NEVER).value();
    }

    private List<Concerns.Noted> walk(boolean backwards) {
        var seen = new ArrayList<Concerns.Noted>();
        Page.@Nullable Place from = null;
        do {
            var page = concerns.page(
                    company, ConcernSearch.ANY, NEVER, new Page.Request(2, Concerns.ORDER, from, backwards));
            var items = backwards ? page.items().reversed() : page.items();
            seen.addAll(items);
            var last = items.isEmpty() ? null : items.getLast();
            from = last == null || !(backwards ? page.hasPrevious() : page.hasNext())
                    ? null
                    : Concerns.place(last.id(), last.severity(), last.since());
        } while (from != null);
        return seen;
    }

    private static List<AccessId> ids(List<Concerns.Noted> noted) {
        return noted.stream().map(Concerns.Noted::id).toList();
    }

    private Optional<Concerns.Noted> noted(SystemAccess access) {
        return concerns.page(company, ConcernSearch.ANY, NEVER, first(100)).items().stream()
                .filter(noted -> noted.id().equals(access.id()))
                .findFirst();
    }

    private Instant since(SystemAccess access) {
        return noted(access).orElseThrow().since();
    }

    private static Page.Request first(int size) {
        return new Page.Request(size, Concerns.ORDER, null, false);
    }

    private static @Nullable Check check(AccessStatus status, @Nullable CheckReason reason, Instant at) {
        return status == AccessStatus.NOT_CHECKED ? null : new Check(status, reason, null, null, at);
    }

    private SystemAccess connector(@Nullable Check check) {
        return connector(TABLES.group(company), "shop", Environment.LIVE, check);
    }

    private SystemAccess connector(
            CompanyGroupId group, String system, Environment environment, @Nullable Check check) {
        var access = TestAccess.access(company, system, "Shop", environment, AccessStatus.NOT_CHECKED);
        return table.save(check == null ? access : access.checked(check), Map.of("company_group_id", group.value()));
    }

    private Map<String, @Nullable Object> own(SystemAccess access) {
        return Map.of(
                "company_group_id",
                TABLES.jdbc()
                        .sql("select company_group_id from system_access where id = ?")
                        .param(access.id().value())
                        .query(UUID.class)
                        .single());
    }

    private static Credentials fresh(Credentials credentials) {
        return new Credentials(CredentialsId.next(), credentials.method(), credentials.values());
    }

    private void record(SystemAccess access, @Nullable Check check) {
        var result = Objects.requireNonNull(check);
        TABLES.jdbc()
                .sql("update system_access set status = ?, check_reason = ?, checked_at = ? where id = ?")
                .params(
                        result.status().name(),
                        result.reason() == null ? null : result.reason().name(),
                        Moments.toColumn(result.checkedAt()),
                        access.id().value())
                .update();
    }
}
