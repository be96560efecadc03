package io.patchbay.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INTEGER;

import io.patchbay.access.AccessKind;
import io.patchbay.access.persistence.SystemAccessTable;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Order;
import io.patchbay.shared.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A page deep in a list costs what the first one costs: both read a range of one index, and sort nothing. A search by part of a
 * name reads a bounded part of the list, and finds what reading all names would find.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListPlanIntegrationTests {

    private static final int ROWS = 20_000;
    private static final Pattern INDEX_OF_PARTS =
            Pattern.compile(" on system_access_name_parts .*actual rows=([0-9.]+) loops=(\\d+)");

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
                select ?, uuidv7(n * interval '-30 minutes'), 1, 'Group ' || lpad(cast(n as text), 5, '0'), now() - n * interval '30 minutes'
                from generate_series(1, ?) n
                """).params(company.value(), ROWS).update();
        tables.jdbc().sql("""
                insert into system_access (company_id, id, version, kind, system_slug, name, environment, time_zone,
                    date_format, credentials, status, checked_at, created_at, updated_at, company_group_id)
                select company_id, uuidv7(created_at - now()), 1, 'CONNECTOR', 'shop', 'Shop ' || name, 'LIVE', 'UTC', 'ISO_8601',
                    jsonb_build_object('id', gen_random_uuid()), (array['OPERATIONAL', 'FAILED_AUTHENTICATION'])[1 + mod(length(replace(name, '7', '')), 2)], now(), created_at,
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
                select company_id, uuidv7(created_at - now()), 1, 'INSTANCE', system_slug, name, environment, time_zone, date_format,
                    credentials, status, checked_at, created_at, updated_at
                from system_access where company_id = ?
                """).param(company.value()).update();
        tables.jdbc().sql("""
                insert into api_token (id, company_id, name, token_hash, created_at)
                select uuidv7(n * interval '-30 minutes'), ?, 'Token ' || n, encode(sha256(cast(cast(? as text) || n as text)::bytea), 'hex'), now()
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
        var connectors = Listing.of(tables.jdbc(), "it.name", SystemAccessTable.NAME, (row, number) -> "")
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
    @ValueSource(strings = {"q", "Z", "zq", "--", "é", "no such name", "Group Shop", "roup 123456789"})
    void whatNoNameHasIsNotLookedForInNames(String text) {
        var plan = searched(connectorsWith(text), Order.By.BIRTH);

        assertThat(rowsReadByIndexOfParts(plan)).isEmpty();
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p G", "oP", "7", "p", "p 000", "up 0"})
    void whatIsCommonIsFoundInTheListsOwnOrder(String text) {
        var plan = searched(connectorsWith(text), Order.By.BIRTH);

        assertThat(plan)
                .anyMatch(line -> line.contains(" on system_access_name_parts ") && line.contains("(never executed)"))
                .noneMatch(line -> line.contains("Seq Scan"));
    }

    /** 20,000 connectors and as many instances, in 34 chapters of less than 600 each. */
    @ParameterizedTest
    @ValueSource(strings = {"p 1", "p 19", "p 1234", "19999", "roup 1", "Shop Group 15"})
    void nothingIsReadBeyondTheChapterThatFillsThePage(String text) {
        var plan = searched(connectorsWith(text), Order.By.BIRTH);

        assertThat(rowsReadByIndexOfParts(plan))
                .hasValueSatisfying(rows -> assertThat(rows).isBetween(1.0, 2_400.0));
    }

    @Test
    void aListThatIsKnownWholeByItsFirstRowsIsNotSearchedFurther() {
        var plan = searched(connectorsWith("p 1234").where("it.created_at > now() - interval '2 days'"), Order.By.NAME);

        assertThat(plan)
                .anyMatch(line -> line.contains(" on system_access_name_parts ") && line.contains("(never executed)"));
    }

    @Test
    void aSearchIsPlannedOnceForAllTexts() {
        var texts = List.of("p", "no such name", "p 1", "q", "19999");
        var plans = tables.inTransaction(() -> {
            for (var time = 0; time < 4; time++) {
                for (var text : texts) {
                    ids().page(
                                    connectorsWith(text),
                                    new Page.Request(20, new Order(Order.By.BIRTH, true), null, false));
                }
            }
            return tables.jdbc()
                    .sql("select generic_plans from pg_prepared_statements where statement like '%text_parts%'")
                    .query(Integer.class)
                    .list();
        });

        assertThat(plans).singleElement().asInstanceOf(INTEGER).isPositive();
    }

    private List<String> searched(Filter filter, Order.By by) {
        var sql = named(SystemAccessTable.NAME).sql(filter, new Page.Request(20, new Order(by, true), null, false));
        return explained(sql, filter);
    }

    /** Empty: none at all. */
    private static Optional<Double> rowsReadByIndexOfParts(List<String> plan) {
        return plan.stream()
                .map(ListPlanIntegrationTests.INDEX_OF_PARTS::matcher)
                .filter(Matcher::find)
                .map(found -> Double.parseDouble(found.group(1)) * Integer.parseInt(found.group(2)))
                .filter(rows -> rows > 0)
                .findAny();
    }

    /** Of 20,000 names: all, half of them, one in twenty, in 200, in 2,000, one, none. */
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
        var found = new ArrayList<UUID>();
        Page.Place from = null;
        for (var page = 0; page < 3; page++) {
            var items = ids().page(connectorsWith(text), new Page.Request(20, order, from, backwards))
                    .items();
            if (items.isEmpty()) {
                break;
            }
            found.addAll(backwards ? 0 : found.size(), items);
            from = new Page.Place(backwards ? items.getFirst() : items.getLast(), "");
        }
        return found;
    }

    @Test
    void aSearchFindsAndCountsWhatReadingEveryNameWouldFind() {
        var random = new Random(20_261_122);
        for (var time = 0; time < 40; time++) {
            var name = "Shop Group %05d".formatted(1 + random.nextInt(ROWS));
            var start = random.nextInt(name.length());
            var text = name.substring(start, start + 1 + random.nextInt(name.length() - start));
            var sought = random.nextBoolean() ? text.toUpperCase(Locale.ROOT) : text;
            for (var by : List.of(Order.By.BIRTH, Order.By.NAME)) {
                var descending = random.nextBoolean();
                var status = random.nextBoolean() ? "it.status = 'OPERATIONAL'" : "true";
                var order =
                        (by == Order.By.NAME ? "lower(it.name) collate \"C\"" : "it.id") + (descending ? " desc" : "");
                var expected = tables.jdbc()
                        .sql("select id from system_access it where company_id = ? and kind = 'CONNECTOR' and " + status
                                + " and name ilike ? order by " + order)
                        .params(company.value(), '%' + sought + '%')
                        .query(UUID.class)
                        .list();

                var request = new Page.Request(20, new Order(by, descending), null, false);
                var page = ids().page(connectorsWith(sought).where(status), request);

                assertThat(page.items())
                        .as("%s by %s, descending %s, %s", sought, by, descending, status)
                        .isEqualTo(expected.subList(0, Math.min(20, expected.size())));
                assertThat(page.hasNext()).isEqualTo(expected.size() > 20);
                assertThat(ids().count(connectorsWith(sought).where(status)))
                        .isEqualTo(Count.of(Math.min(expected.size(), Count.BOUND + 1)));
            }
        }
    }

    private Listing<UUID> ids() {
        return Listing.of(
                        tables.jdbc(),
                        "it.id",
                        SystemAccessTable.NAME,
                        (row, number) -> row.getObject("id", UUID.class))
                .by(SortKey.BY_NAME);
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
        return Listing.of(tables.jdbc(), "it.name", table, (row, number) -> "").by(SortKey.BY_NAME);
    }
}
