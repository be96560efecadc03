package io.patchbay.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessKind;
import io.patchbay.access.persistence.SystemAccessTable;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Order;
import io.patchbay.shared.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A page deep in a list costs what the first one costs: both read a range of one index, and sort nothing. What no name has is
 * not looked for in names.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListPlanIntegrationTests {

    private static final int ROWS = 20_000;

    private final TestTables tables = new TestTables();
    private final CompanyId company = tables.company();

    @BeforeAll
    void fill() {
        fill(company);
        fill(tables.company());
        tables.jdbc().sql("analyze").update();
    }

    private void fill(CompanyId company) {
        tables.jdbc().sql("""
                insert into company_group (company_id, id, version, name, created_at)
                select ?, gen_random_uuid(), 1, 'Group ' || n, now() - n * interval '1 minute' from generate_series(1, ?) n
                """).params(company.value(), ROWS).update();
        tables.jdbc().sql("""
                insert into system_access (company_id, id, version, kind, system_slug, name, environment, time_zone,
                    date_format, credentials, status, checked_at, created_at, updated_at, company_group_id)
                select company_id, gen_random_uuid(), 1, 'CONNECTOR', 'shop', 'Shop ' || name, 'LIVE', 'UTC', 'ISO_8601',
                    jsonb_build_object('id', gen_random_uuid()), (array['OPERATIONAL', 'FAILED_AUTHENTICATION'])[1 + mod(length(name), 2)], now(), created_at,
                    created_at, id
                from company_group where company_id = ?
                """).param(company.value()).update();
        tables.jdbc()
                .sql("insert into installed_system (company_id, system_slug, installed_at) values (?, 'shop', now())")
                .param(company.value())
                .update();
        tables.jdbc().sql("""
                insert into system_access (company_id, id, version, kind, system_slug, name, environment, time_zone,
                    date_format, credentials, status, checked_at, created_at, updated_at)
                select company_id, gen_random_uuid(), 1, 'INSTANCE', system_slug, name, environment, time_zone, date_format,
                    credentials, status, checked_at, created_at, updated_at
                from system_access where company_id = ?
                """).param(company.value()).update();
        tables.jdbc().sql("""
                insert into api_token (id, company_id, name, token_hash, created_at)
                select gen_random_uuid(), ?, 'Token ' || n, encode(sha256(cast(cast(? as text) || n as text)::bytea), 'hex'), now()
                from generate_series(1, ?) n
                """).params(company.value(), company.value(), ROWS).update();
    }

    @ParameterizedTest
    @CsvSource({
        "BIRTH, system_access_page, ''",
        "NAME, system_access_by_name, Shop Group 17000",
        "CHANGE, system_access_by_change, 2026-11-12T00:00:00Z",
        "STATUS, system_access_by_status, 3",
    })
    void connectorsAreARangeOfOneIndex(Order.By by, String index, String key) {
        var connectors = Listing.of(tables.database(), "it.name", SystemAccessTable.NAME, (row, number) -> "")
                .by(SystemAccessTable.KEYS);

        assertRange(connectors, by, index, key);
    }

    @ParameterizedTest
    @CsvSource({"BIRTH, company_group_pkey, ''", "NAME, company_group_by_name, Group 17000"})
    void groupsAreARangeOfOneIndex(Order.By by, String index, String key) {
        assertRange(named("company_group"), by, index, key);
    }

    @ParameterizedTest
    @CsvSource({"BIRTH, api_token_company_id_id_key, ''", "NAME, api_token_by_name, Token 17000"})
    void tokensAreARangeOfOneIndex(Order.By by, String index, String key) {
        assertRange(named("api_token"), by, index, key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", "Z", "zq", "--", "é"})
    void thatNoNameHasSoFewLettersIsKnownWithoutReadingNames(String letters) {
        var filter = Filter.of(company.value()).contains("it.name", letters);
        var order = new Order(Order.By.BIRTH, true);
        var sql = named(SystemAccessTable.NAME).sql(filter, new Page.Request(20, order, null, false));

        assertThat(explained(sql, filter))
                .anyMatch(line -> line.contains(" on system_access_name_letters "))
                .noneMatch(line -> line.contains("Removed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p G", "oP", "7", "p"})
    void commonLettersAreFoundInTheListsOwnOrder(String letters) {
        var filter = Filter.of(company.value()).contains("it.name", letters);
        var order = new Order(Order.By.BIRTH, true);
        var sql = named(SystemAccessTable.NAME).sql(filter, new Page.Request(20, order, null, false));

        assertThat(explained(sql, filter))
                .anyMatch(line -> line.contains(" using "))
                .anyMatch(line -> line.contains("Limit") && line.contains("rows=21"))
                .noneMatch(line -> line.contains("Sort"));
    }

    @Test
    void aTextThatManyNamesHaveIsFoundByReadingTheBeginningOfTheList() {
        assertThat(beginning("p 12"))
                .anyMatch(line -> line.contains(" using "))
                .anyMatch(line -> line.contains("Limit") && line.contains("rows=21"))
                .noneMatch(line -> line.contains("Sort") || line.contains("Bitmap") || line.contains("Seq Scan"));
    }

    @Test
    void aTextThatTheBeginningOfTheListHasNotIsNotLookedForFurtherThere() {
        assertThat(beginning("no such name"))
                .anyMatch(line -> line.contains("One-Time Filter"))
                .anyMatch(line -> line.contains("rows=1000.00"))
                .anyMatch(line -> line.contains("(never executed)"))
                .noneMatch(line -> line.contains("Sort") || line.contains("Bitmap") || line.contains("Seq Scan"));
    }

    private List<String> beginning(String text) {
        var filter = connectorsWith(text);
        return explained(named(SystemAccessTable.NAME).beginning(filter, "it.id desc", 21), filter);
    }

    /** Of 20,000 names: all, half, one in eighteen, in 180, in 1,800, one, none. */
    @ParameterizedTest
    @ValueSource(strings = {"Shop", "p 1", "p 12", "p 123", "p 1234", "p 12345", "p 123456"})
    void whereverATextIsFoundNothingIsLeftOutAndNothingComesTwice(String text) {
        var expected = tables.jdbc()
                .sql(
                        "select id from system_access where company_id = ? and kind = 'CONNECTOR' and name like ? order by id limit 60")
                .params(company.value(), '%' + text + '%')
                .query(UUID.class)
                .list();

        assertThat(threePages(text, new Order(Order.By.BIRTH, false), false)).isEqualTo(expected);
        assertThat(threePages(text, new Order(Order.By.BIRTH, true), true)).isEqualTo(expected.reversed());
    }

    /** From the oldest on, whichever way the list goes. */
    private List<UUID> threePages(String text, Order order, boolean backwards) {
        var list = Listing.of(
                tables.database(), "it.id", SystemAccessTable.NAME, (row, number) -> row.getObject("id", UUID.class));
        var found = new ArrayList<UUID>();
        Page.Place from = null;
        for (var page = 0; page < 3; page++) {
            var items = list.page(connectorsWith(text), new Page.Request(20, order, from, backwards))
                    .items();
            if (items.isEmpty()) {
                break;
            }
            found.addAll(backwards ? 0 : found.size(), items);
            from = new Page.Place(backwards ? items.getFirst() : items.getLast(), "");
        }
        return found;
    }

    private Filter connectorsWith(String text) {
        return new SystemAccessTable(tables.jdbc(), AccessKind.CONNECTOR)
                .of(company)
                .contains("it.name", text);
    }

    private void assertRange(Listing<?> list, Order.By by, String index, String key) {
        for (var descending : List.of(true, false)) {
            for (var backwards : List.of(true, false)) {
                for (var from : new Page.Place[] {null, new Page.Place(new UUID(1L << 62, 1L << 63), key)}) {
                    var plan = plan(list, new Page.Request(20, new Order(by, descending), from, backwards));

                    assertThat(plan)
                            .as("%s, descending %s, backwards %s, from %s", by, descending, backwards, from)
                            .anyMatch(line -> line.contains(" using " + index + " "))
                            .noneMatch(line -> line.contains("Sort") || line.contains("Removed"));
                }
            }
        }
    }

    private List<String> plan(Listing<?> list, Page.Request request) {
        var filter = list.table().equals(SystemAccessTable.NAME)
                ? new SystemAccessTable(tables.jdbc(), AccessKind.CONNECTOR).of(company)
                : Filter.of(company.value());
        return explained(list.sql(filter, request), filter);
    }

    private List<String> explained(String sql, Filter filter) {
        return tables.jdbc()
                .sql("explain (analyze, costs off, timing off) " + sql)
                .params(filter.parameters())
                .query(String.class)
                .list();
    }

    private Listing<String> named(String table) {
        return Listing.of(tables.database(), "it.name", table, (row, number) -> "")
                .by(SortKey.BY_NAME);
    }
}
