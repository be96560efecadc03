package io.patchbay.connector.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessSearch;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.persistence.TestAccess;
import io.patchbay.company.CompanyGroup;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.connector.Connector;
import io.patchbay.connector.ConnectorSearch;
import io.patchbay.connector.ConnectorSummary;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Name;
import io.patchbay.shared.Order;
import io.patchbay.shared.Page;
import io.patchbay.system.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectorListIntegrationTests {

    private static final TestTables TABLES = new TestTables();

    private final JdbcConnectors connectors = new JdbcConnectors(TABLES.jdbc());
    private final CompanyId company = TABLES.company();
    private final CompanyGroupId group = TABLES.group(company);

    @Test
    void showsEachConnectorWithItsGroup() {
        var shop = save("shop", "Shop", Environment.LIVE, AccessStatus.OPERATIONAL);

        var page = connectors.page(company, ConnectorSearch.ANY, Page.Request.first(9));

        var itsGroup = new CompanyGroup(group, 1, company, new Name("Group " + group.value()), TestTables.NOW);
        assertThat(page.items()).containsExactly(new ConnectorSummary(shop, itsGroup));
    }

    @Test
    void turnsPagesForward() {
        var five = five();

        var first = page(2, null, false);
        var second = page(2, five.get(3), false);
        var last = page(2, five.get(1), false);

        assertThat(first).isEqualTo(new Page<>(List.of(five.get(4), five.get(3)), true, false));
        assertThat(second).isEqualTo(new Page<>(List.of(five.get(2), five.get(1)), true, true));
        assertThat(last).isEqualTo(new Page<>(List.of(five.get(0)), false, true));
    }

    @Test
    void turnsPagesBackward() {
        var five = five();

        var last = page(2, null, true);
        var before = page(2, five.get(1), true);
        var first = page(2, five.get(3), true);

        assertThat(last).isEqualTo(new Page<>(List.of(five.get(1), five.get(0)), false, true));
        assertThat(before).isEqualTo(new Page<>(List.of(five.get(3), five.get(2)), true, true));
        assertThat(first).isEqualTo(new Page<>(List.of(five.get(4)), true, false));
    }

    @Test
    void goesByNameInAnyCaseAndByNoLanguage() {
        for (var name : List.of("zebra", "\u00c9clair", "apple", "Banana", "\u00e9clair")) {
            save("shop-" + (int) name.charAt(0), name, Environment.LIVE, AccessStatus.OPERATIONAL);
        }

        assertThat(walk(Order.ascending(Order.By.NAME)))
                .extracting(it -> it.access().name().value())
                .containsExactly("apple", "Banana", "zebra", "\u00c9clair", "\u00e9clair");
        assertWalksTheSameBothWays(Order.By.NAME);
    }

    @Test
    void goesByStatusTroubleLast() {
        for (var status : AccessStatus.values()) {
            save("shop-" + status.ordinal(), "Shop", Environment.LIVE, status);
        }
        save("bank", "Bank", Environment.LIVE, AccessStatus.NOT_CHECKED);

        assertThat(walk(Order.ascending(Order.By.STATUS)))
                .extracting(it -> it.access().status())
                .containsExactly(Stream.concat(Stream.of(AccessStatus.NOT_CHECKED), Stream.of(AccessStatus.values()))
                        .toArray(AccessStatus[]::new));
        assertWalksTheSameBothWays(Order.By.STATUS);
    }

    @Test
    void goesByChange() {
        var five = five();
        TABLES.jdbc()
                .sql("update system_access set updated_at = updated_at + interval '1 microsecond' where id = ?")
                .param(five.get(1).id().value())
                .update();

        assertThat(walk(Order.descending(Order.By.CHANGE)))
                .extracting(Connector::id)
                .containsExactly(
                        five.get(1).id(),
                        five.get(4).id(),
                        five.get(3).id(),
                        five.get(2).id(),
                        five.get(0).id());
        assertWalksTheSameBothWays(Order.By.CHANGE);
    }

    @Test
    void findsSeveralWithTheirGroupsAndOnlyOfThisCompany() {
        var five = five();
        var ids = List.of(five.get(3).id(), AccessId.next(), five.get(0).id());

        assertThat(connectors.findAll(company, ids))
                .extracting(ConnectorSummary::connector)
                .containsExactlyInAnyOrder(five.get(3), five.get(0));
        assertThat(connectors.findAll(TABLES.company(), ids)).isEmpty();
    }

    private void assertWalksTheSameBothWays(Order.By by) {
        var ascending = walk(Order.ascending(by));

        assertThat(walk(Order.descending(by))).isEqualTo(ascending.reversed());
        var back = new ArrayList<Connector>();
        Page.Place from = null;
        Page<ConnectorSummary> page;
        do {
            page = connectors.page(company, ConnectorSearch.ANY, new Page.Request(2, Order.ascending(by), from, true));
            back.addAll(0, page.map(ConnectorSummary::connector).items());
            from = back.getFirst().access().place(Order.ascending(by));
        } while (page.hasPrevious());
        assertThat(back).isEqualTo(ascending);
    }

    /** All there are, by pages of two. */
    private List<Connector> walk(Order order) {
        var seen = new ArrayList<Connector>();
        Page.Place from = null;
        Page<ConnectorSummary> page;
        do {
            page = connectors.page(company, ConnectorSearch.ANY, new Page.Request(2, order, from, false));
            seen.addAll(page.map(ConnectorSummary::connector).items());
            from = seen.getLast().access().place(order);
        } while (page.hasNext());
        return seen;
    }

    @Test
    void narrowsByEverythingThereIs() {
        var shop = save("shop", "Corner Shop", Environment.LIVE, AccessStatus.OPERATIONAL);
        var bank = save("bank", "Bank", Environment.TEST, AccessStatus.NOT_CHECKED);
        var other = connectors.save(
                new Connector(TestAccess.access(company, "shop", "Other", Environment.LIVE), TABLES.group(company)));

        assertFinds(any(AccessSearch.in(Environment.TEST)), bank);
        assertFinds(any(AccessSearch.of("shop")), other, shop);
        assertFinds(any(AccessSearch.of("No slug\0 at all")));
        assertFinds(new ConnectorSearch(AccessSearch.ANY, group), bank, shop);
        assertFinds(any(with(AccessStatus.OPERATIONAL)), shop);
        assertFinds(any(with(AccessStatus.OPERATIONAL, AccessStatus.NOT_CHECKED)), bank, shop);
        assertFinds(any(named("nER sH")), shop);
        assertFinds(
                new ConnectorSearch(
                        new AccessSearch(Environment.LIVE, "shop", "shop", Set.of(AccessStatus.OPERATIONAL)), group),
                shop);
    }

    @ParameterizedTest
    @CsvSource({
        "100%, '100% shop'",
        "a_b, a_b",
        "Ü, Büro",
        "ÜR, Büro",
        "京, 東京店",
        "🛒, Two 🛒 here",
        "B-2, Lab-2",
        "'c:\\', 'c:\\'",
        "o'hare, O'Hare",
        ":p0, ':p0'",
        "\u00e9T\u00c9, \u00c9t\u00e9"
    })
    void readsWhatIsLookedForLiterally(String text, String name) {
        save("shop", "1000 shop aXb c: p0 ete", Environment.LIVE, AccessStatus.OPERATIONAL);
        var wanted = save("bank", name, Environment.LIVE, AccessStatus.OPERATIONAL);

        assertFinds(any(named(text)), wanted);
    }

    @Test
    void findsNothingWithACharacterThatNoNameHas() {
        five();

        assertFinds(any(named("sh\0op")));
    }

    @Test
    @Timeout(5)
    void findsNothingAtOnceWithATextThatIsLongerThanNames() {
        many(2_000);

        var random = new Random(1);
        var text = IntStream.range(0, 900_000)
                .mapToObj(it -> Character.toString('a' + random.nextInt(26)))
                .collect(Collectors.joining());
        assertFinds(any(named(text)));
    }

    @Test
    void countsNoFurtherThanTheBound() {
        many(Count.BOUND);
        assertThat(connectors.count(company, ConnectorSearch.ANY)).isEqualTo(new Count(Count.BOUND, true));

        many(1);
        assertThat(connectors.count(company, ConnectorSearch.ANY)).isEqualTo(new Count(Count.BOUND, false));
        assertThat(connectors.countByStatus(company))
                .containsEntry(AccessStatus.NOT_CHECKED, new Count(Count.BOUND, false));
    }

    @Test
    void showsNothingOfOtherCompanies() {
        five();
        var stranger = TABLES.company();

        for (var search :
                List.of(ConnectorSearch.ANY, new ConnectorSearch(AccessSearch.ANY, group), any(named("shop")))) {
            assertThat(connectors.page(stranger, search, Page.Request.first(9)).items())
                    .isEmpty();
            assertThat(connectors.count(stranger, search)).isEqualTo(new Count(0, true));
        }
    }

    private void assertFinds(ConnectorSearch search, Connector... expected) {
        assertThat(connectors.page(company, search, Page.Request.first(9)).items())
                .extracting(ConnectorSummary::connector)
                .containsExactly(expected);
        assertThat(connectors.count(company, search)).isEqualTo(new Count(expected.length, true));
    }

    private Page<Connector> page(int size, @Nullable Connector from, boolean backwards) {
        UUID id = from == null ? null : from.id().value();
        return connectors
                .page(company, ConnectorSearch.ANY, new Page.Request(size, id, backwards))
                .map(ConnectorSummary::connector);
    }

    private List<Connector> five() {
        return IntStream.range(0, 5)
                .mapToObj(it -> save("shop-" + it, "Shop", Environment.LIVE, AccessStatus.OPERATIONAL))
                .toList();
    }

    private Connector save(String system, String name, Environment environment, AccessStatus status) {
        return connectors.save(new Connector(TestAccess.access(company, system, name, environment, status), group));
    }

    private void many(int number) {
        TABLES.jdbc().sql("""
                        insert into system_access (company_id, id, version, kind, system_slug, name, environment,
                            time_zone, date_format, credentials, status, created_at, updated_at, company_group_id)
                        select ?, gen_random_uuid(), 1, 'CONNECTOR', 'shop-' || gen_random_uuid(), 'Shop', 'LIVE',
                            'UTC', 'ISO_8601', jsonb_build_object('id', gen_random_uuid()), 'NOT_CHECKED', now(), now(), ?
                        from generate_series(1, ?)
                        """).params(company.value(), group.value(), number).update();
    }

    private static ConnectorSearch any(AccessSearch search) {
        return new ConnectorSearch(search, null);
    }

    private static AccessSearch named(String text) {
        return new AccessSearch(null, null, text, Set.of());
    }

    private static AccessSearch with(AccessStatus... statuses) {
        return new AccessSearch(null, null, null, Set.of(statuses));
    }
}
