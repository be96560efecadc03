package io.patchbay.attention.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.attention.ConcernSearch;
import io.patchbay.attention.Concerns;
import io.patchbay.attention.Expiries;
import io.patchbay.attention.Expiring;
import io.patchbay.attention.ExpirySearch;
import io.patchbay.persistence.ReadRows;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Order;
import io.patchbay.shared.Page;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Where everything is in trouble, a page costs what it shows, wherever it is, and nothing is sorted whole. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongListsIntegrationTests {

    private static final int ROWS = 20_000;
    private static final int SIZE = 20;

    /** Each row that is shown may take a look at the neighbours of its index and at the row that it belongs to. */
    private static final long FEW = 20L * SIZE;

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    private final TestTables tables = new TestTables();
    private final CompanyId company = tables.company();
    private final JdbcConcerns concerns = new JdbcConcerns(tables.jdbc());
    private final JdbcExpiries expiries = new JdbcExpiries(tables.jdbc());

    @BeforeAll
    void fill() {
        fill(company);
        fill(tables.company());
        tables.jdbc().sql("analyze").update();
    }

    private void fill(CompanyId company) {
        var group = tables.group(company);
        tables.jdbc().sql("""
                insert into system_access (company_id, id, version, kind, system_slug, name, environment, time_zone,
                    date_format, credentials, status, check_reason, checked_at, created_at, updated_at, company_group_id)
                select ?, gen_random_uuid(), 1, 'CONNECTOR', 'shop-' || n, 'Shop ' || n, 'LIVE', 'UTC', 'ISO_8601',
                    jsonb_build_object('id', gen_random_uuid()),
                    (array['FAILED_AUTHENTICATION', 'SYSTEM_UNREACHABLE'])[1 + mod(n, 2)], 'DNS',
                    now() - n * interval '1 minute', now(), now(), ?
                from generate_series(1, ?) n
                """).params(company.value(), group.value(), ROWS).update();
        tables.jdbc().sql("""
                insert into credential_end (company_id, access_id, credential, ends_at, exact)
                select company_id, id, 'api_key', checked_at + interval '1 day', mod(length(name), 2) = 0
                from system_access where company_id = ?
                """).param(company.value()).update();
        tables.jdbc().sql("""
                insert into token_grant (company_id, credentials_id, version, scopes, attempts, ends_at)
                select company_id, cast(credentials ->> 'id' as uuid), 1, '{}', 0, checked_at + interval '36 hours'
                from system_access where company_id = ?
                """).param(company.value()).update();
        tables.jdbc().sql("""
                insert into api_token (id, company_id, name, token_hash, created_at, expires_at)
                select gen_random_uuid(), ?, 'Token ' || n, encode(sha256(cast(cast(? as text) || n as text)::bytea), 'hex'),
                    now(), now() - n * interval '1 minute'
                from generate_series(1, ?) n
                """).params(company.value(), company.value(), ROWS).update();
    }

    @Test
    void whatNeedsAttention() {
        assertReadsLittle(
                request -> concerns.page(company, ConcernSearch.ANY, NEVER, request),
                Concerns.ORDER,
                noted -> Concerns.place(noted.id(), noted.severity(), noted.since()));
    }

    @Test
    void whatExpires() {
        assertReadsLittle(
                request -> expiries.page(company, ExpirySearch.before(NEVER), LONG_AGO, request),
                Expiries.ORDER,
                noted -> Expiries.place(noted.id(), noted.endsAt()));
    }

    @Test
    void whatExpiresOfOneKind() {
        for (var kind : Expiring.Kind.values()) {
            assertReadsLittle(
                    request -> expiries.page(company, new ExpirySearch(NEVER, Set.of(kind)), LONG_AGO, request),
                    Expiries.ORDER,
                    noted -> Expiries.place(noted.id(), noted.endsAt()));
        }
    }

    @Test
    void countsGoNoFurtherThanTheyAreShown() {
        assertThat(ReadRows.during(tables, () -> concerns.count(company, ConcernSearch.ANY, NEVER)))
                .isLessThan(ROWS);
        assertThat(expiries.count(company, ExpirySearch.before(NEVER), LONG_AGO))
                .isEqualTo(Count.of(3 * ROWS));
    }

    /** Often enough on one connection that PostgreSQL plans for any parameters. */
    private <T> void assertReadsLittle(
            Function<Page.Request, Page<T>> list, Order order, Function<T, Page.Place> place) {
        for (var backwards : new boolean[] {false, true}) {
            ReadRows.during(tables, () -> {
                Page.@Nullable Place from = null;
                for (var page = 1; page <= 12; page++) {
                    var request = new Page.Request(SIZE, order, from, backwards);
                    var read = ReadRows.during(
                            tables,
                            () -> assertThat(list.apply(request).items()).hasSize(SIZE));
                    assertThat(read)
                            .as("page %s, backwards %s", page, backwards)
                            .isLessThan(FEW);
                    var items = list.apply(request).items();
                    from = place.apply(backwards ? items.getFirst() : items.getLast());
                }
                return from;
            });
        }
    }
}
