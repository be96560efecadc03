package io.patchbay.attention.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessKind;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.persistence.SystemAccessTable;
import io.patchbay.access.persistence.TestAccess;
import io.patchbay.attention.Expiries;
import io.patchbay.attention.Expiring;
import io.patchbay.attention.ExpirySearch;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.credential.CredentialEnd;
import io.patchbay.credential.Credentials;
import io.patchbay.credential.CredentialsId;
import io.patchbay.credential.persistence.CredentialsColumn;
import io.patchbay.persistence.Moments;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Page;
import io.patchbay.system.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JdbcExpiriesIntegrationTests {

    private static final TestTables TABLES = new TestTables();
    private static final Instant NOW = TestTables.NOW;
    private static final Instant END = Instant.parse("2027-01-10T12:00:00Z");

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcExpiries expiries = new JdbcExpiries(TABLES.jdbc());
    private final SystemAccessTable table = new SystemAccessTable(TABLES.jdbc(), AccessKind.CONNECTOR);
    private final CompanyId company = TABLES.company();
    private final CompanyGroupId group = TABLES.group(company);

    @Test
    void tellsWhenCredentialsEndAndReadsThemAsTheyWereWritten() {
        var access = save(connector(ending(END, true)));

        assertThat(before(END)).isEmpty();
        assertThat(before(END.plusSeconds(1))).singleElement().satisfies(noted -> {
            assertThat(noted.kind()).isEqualTo(Expiring.Kind.CREDENTIAL);
            assertThat(noted.access()).isEqualTo(access.id());
            assertThat(noted.accessKind()).isEqualTo(AccessKind.CONNECTOR);
            assertThat(noted.credentialKey()).isEqualTo("api_key");
            assertThat(noted.endsAt()).isEqualTo(END);
            assertThat(noted.exact()).isTrue();
        });
        assertThat(TABLES.jdbc()
                        .sql("select credentials::text from system_access where id = ?")
                        .param(access.id().value())
                        .query((row, number) -> CredentialsColumn.read(row.getString(1)))
                        .single())
                .isEqualTo(access.credentials());
    }

    @Test
    void followsTheCredentialsUntilTheAccessIsGone() {
        var access = save(connector(ending(END, true)));

        var later = save(access.withReplaced(ending(END.plusSeconds(60), true), NOW));
        assertThat(before(NEVER))
                .singleElement()
                .extracting(Expiries.Noted::endsAt)
                .isEqualTo(END.plusSeconds(60));

        var endless = save(later.withReplaced(TestAccess.credentials(), NOW));
        assertThat(before(NEVER)).isEmpty();

        var again = save(endless.withReplaced(ending(END, false), NOW));
        table.remove(again);
        assertThat(before(NEVER)).isEmpty();
    }

    @Test
    void aGuessThatTurnedOutWrongIsLeftOut() {
        var guessed = save(connector(ending(END, false)));
        var known = save(connector("other", ending(END, true)));

        seenOperational(guessed, END.minusSeconds(1));
        seenOperational(known, END.plusSeconds(1));
        assertThat(before(END.plusSeconds(1))).hasSize(2);

        seenOperational(guessed, END.plusSeconds(1));
        assertThat(before(END.plusSeconds(1)))
                .singleElement()
                .extracting(Expiries.Noted::access)
                .isEqualTo(known.id());
    }

    @Test
    void tellsOfGrantsThatNoRenewalMakesLonger() {
        var access = save(connector(TestAccess.credentials()));
        grant(access.credentials().id(), END);
        grant(CredentialsId.next(), END);

        assertThat(before(END.plusSeconds(1))).singleElement().satisfies(noted -> {
            assertThat(noted.kind()).isEqualTo(Expiring.Kind.GRANT);
            assertThat(noted.access()).isEqualTo(access.id());
        });
    }

    @Test
    void tellsOfApiTokensThatAreNotRevokedAndNotLongOver() {
        var token = TABLES.apiToken(company);
        var revoked = TABLES.apiToken(company);
        TABLES.apiToken(company);
        TABLES.jdbc()
                .sql("update api_token set expires_at = ? where id in (?, ?)")
                .params(Moments.toColumn(END), token.value(), revoked.value())
                .update();
        TABLES.jdbc()
                .sql("update api_token set revoked_at = ? where id = ?")
                .params(Moments.toColumn(NOW), revoked.value())
                .update();

        assertThat(before(END.plusSeconds(1))).singleElement().satisfies(noted -> {
            assertThat(noted.kind()).isEqualTo(Expiring.Kind.API_TOKEN);
            assertThat(noted.id()).isEqualTo(token.value());
        });
        assertThat(expiries.page(company, ExpirySearch.before(END.plusSeconds(1)), END, request(20, null, false))
                        .items())
                .isEmpty();
        assertThat(expiries.count(company, ExpirySearch.before(END.plusSeconds(1)), END)
                        .value())
                .isZero();
    }

    @Test
    void pagesBothWaysTheSoonestFirst() {
        for (var day = 0; day < 5; day++) {
            save(connector("system-" + day, ending(END.plus(Duration.ofDays(day / 2)), true)));
        }

        var forwards = walk(false);
        assertThat(forwards).hasSize(5).isSortedAccordingTo(Comparator.comparing(Expiries.Noted::endsAt));
        assertThat(walk(true)).isEqualTo(forwards.reversed());
        assertThat(expiries.count(company, ExpirySearch.before(END.plus(Duration.ofDays(9))), NOW)
                        .value())
                .isEqualTo(5);
    }

    @Test
    void pagesThroughAllKindsTogetherEvenWhereTheyEndAtTheSameMoment() {
        for (var day = 0; day < 4; day++) {
            var end = END.plus(Duration.ofDays(day / 2));
            var access = save(connector("system-" + day, ending(end, true)));
            grant(access.credentials().id(), end);
            TABLES.jdbc()
                    .sql("update api_token set expires_at = ? where id = ?")
                    .params(Moments.toColumn(end), TABLES.apiToken(company).value())
                    .update();
        }

        var forwards = walk(false);
        assertThat(forwards).hasSize(12).doesNotHaveDuplicates();
        assertThat(forwards).isSortedAccordingTo(Comparator.comparing(Expiries.Noted::endsAt));
        assertThat(walk(true)).isEqualTo(forwards.reversed());
        assertThat(expiries.page(company, ExpirySearch.before(END.plusSeconds(1)), NOW, request(2, null, false))
                        .hasNext())
                .isTrue();
        assertThat(expiries.count(company, ExpirySearch.before(END.plusSeconds(1)), NOW))
                .isEqualTo(Count.of(6));
    }

    private List<Expiries.Noted> walk(boolean backwards) {
        var seen = new ArrayList<Expiries.Noted>();
        Page.@Nullable Place from = null;
        do {
            var page = expiries.page(
                    company, ExpirySearch.before(END.plus(Duration.ofDays(9))), NOW, request(2, from, backwards));
            var items = backwards ? page.items().reversed() : page.items();
            seen.addAll(items);
            from = (backwards ? page.hasPrevious() : page.hasNext())
                    ? Expiries.place(items.getLast().id(), items.getLast().endsAt())
                    : null;
        } while (from != null);
        return seen;
    }

    private List<Expiries.Noted> before(Instant moment) {
        return expiries.page(company, ExpirySearch.before(moment), NOW, request(20, null, false))
                .items();
    }

    private static Page.Request request(int size, Page.@Nullable Place from, boolean backwards) {
        return new Page.Request(size, Expiries.ORDER, from, backwards);
    }

    private SystemAccess connector(Credentials credentials) {
        return connector("shop", credentials);
    }

    private SystemAccess connector(String system, Credentials credentials) {
        return TestAccess.access(company, system, "Shop", Environment.LIVE, AccessStatus.NOT_CHECKED)
                .withReplaced(credentials, NOW);
    }

    private SystemAccess save(SystemAccess access) {
        return table.save(access, Map.of("company_group_id", group.value()));
    }

    private static Credentials ending(Instant end, boolean exact) {
        var credentials = TestAccess.credentials();
        return new Credentials(
                credentials.id(),
                credentials.method(),
                credentials.values(),
                Map.of("api_key", new CredentialEnd(end, exact)));
    }

    private void seenOperational(SystemAccess access, Instant at) {
        TABLES.jdbc()
                .sql("update system_access set status = 'OPERATIONAL', checked_at = ? where id = ?")
                .params(Moments.toColumn(at), access.id().value())
                .update();
    }

    private void grant(CredentialsId credentials, Instant end) {
        TABLES.jdbc()
                .sql("""
                insert into token_grant (company_id, credentials_id, version, scopes, attempts, ends_at)
                values (?, ?, 1, '{}', 0, ?)
                """)
                .params(company.value(), credentials.value(), Moments.toColumn(end))
                .update();
    }
}
