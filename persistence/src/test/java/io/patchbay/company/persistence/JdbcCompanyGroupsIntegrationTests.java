package io.patchbay.company.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.company.CompanyGroup;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Contended;
import io.patchbay.shared.Count;
import io.patchbay.shared.Name;
import io.patchbay.shared.Page;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JdbcCompanyGroupsIntegrationTests {

    private static final TestTables TABLES = new TestTables();

    private final JdbcCompanyGroups groups = new JdbcCompanyGroups(TABLES.jdbc());
    private final CompanyId company = TABLES.company();

    @Test
    void givesBackWhatWasSaved() {
        var saved = save("Retail");

        assertThat(groups.find(company, saved.id())).contains(saved);
        assertThat(groups.lock(company, saved.id())).contains(saved);
    }

    @Test
    void givesBackWhatWasChanged() {
        var saved = save("Retail");

        var renamed = groups.save(saved.renamedTo(new Name("Wholesale")));

        assertThat(groups.find(company, saved.id())).contains(renamed);
        assertThat(renamed.version()).isEqualTo(saved.version() + 1);
    }

    @Test
    void refusesToOverwriteANewerVersion() {
        var old = save("Retail");
        groups.save(old);

        assertThatThrownBy(() -> groups.save(old)).isInstanceOf(Contended.class);
        assertThatThrownBy(() -> groups.remove(old)).isInstanceOf(Contended.class);
    }

    @Test
    void knowsANameInAnyCase() {
        var saved = save("\u00c9t\u00e9 Shop");

        assertThat(groups.named(company, new Name("\u00e9T\u00c9 SHOP"))).contains(saved);
        assertThatThrownBy(() -> save("\u00e9t\u00e9 shop")).isInstanceOf(Contended.class);
    }

    @Test
    void knowsTheOnlyOne() {
        assertThat(groups.only(company)).isEmpty();

        var first = save("First");
        assertThat(groups.only(company)).contains(first);

        save("Second");
        assertThat(groups.only(company)).isEmpty();
    }

    @Test
    void listsTheNewestFirst() {
        var first = save("First shop");
        var second = save("Second");
        var third = save("Third SHOP");

        var page = groups.page(company, null, Page.Request.first(2));

        assertThat(page).isEqualTo(new Page<>(List.of(third, second), true, false));
        assertThat(groups.page(company, "shop", Page.Request.first(9)).items()).containsExactly(third, first);
        assertThat(groups.count(company, "shop")).isEqualTo(new Count(2, true));
        assertThat(groups.count(company, null)).isEqualTo(new Count(3, true));
    }

    @Test
    void isGoneAfterItsRemoval() {
        var saved = save("Retail");

        groups.remove(saved);

        assertThat(groups.find(company, saved.id())).isEmpty();
    }

    @Test
    void staysWhereAConnectorPointsToIt() {
        var saved = save("Retail");
        TABLES.jdbc().sql("""
                        insert into system_access (company_id, id, version, kind, system_slug, name, environment,
                            time_zone, date_format, credentials, status, created_at, updated_at, company_group_id)
                        values (?, gen_random_uuid(), 1, 'CONNECTOR', 'shop', 'Shop', 'LIVE',
                            'UTC', 'ISO_8601', jsonb_build_object('id', gen_random_uuid()), 'NOT_CHECKED', now(), now(), ?)
                        """).params(company.value(), saved.id().value()).update();

        assertThatThrownBy(() -> groups.remove(saved)).isInstanceOf(Contended.class);
    }

    @Test
    void waitsForWhoeverLockedIt() {
        var saved = save("Retail");

        var waiting = TABLES.inTransaction(() -> {
            groups.lock(company, saved.id());
            var other = CompletableFuture.supplyAsync(() ->
                    TABLES.inTransaction(() -> groups.lock(company, saved.id()).orElseThrow()));
            awaitWaiter();
            groups.save(saved.renamedTo(new Name("Renamed")));
            return other;
        });

        assertThat(waiting.orTimeout(10, TimeUnit.SECONDS).join().name()).isEqualTo(new Name("Renamed"));
    }

    @Test
    void areInvisibleToOtherCompanies() {
        var saved = save("Retail");
        var stranger = TABLES.company();

        assertThat(groups.find(stranger, saved.id())).isEmpty();
        assertThat(groups.lock(stranger, saved.id())).isEmpty();
        assertThat(groups.named(stranger, saved.name())).isEmpty();
        assertThat(groups.only(stranger)).isEmpty();
        assertThat(groups.page(stranger, null, Page.Request.first(9)).items()).isEmpty();
        assertThat(groups.count(stranger, null)).isEqualTo(new Count(0, true));
    }

    private static void awaitWaiter() {
        var waiters = TABLES.jdbc()
                .sql("select count(*) from pg_locks l join pg_database d on d.oid = l.database or l.database is null"
                        + " where not l.granted and d.datname = current_database()")
                .query(Integer.class);
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (waiters.single() == 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    private CompanyGroup save(String name) {
        return groups.save(CompanyGroup.named(new Name(name), company, TestTables.NOW));
    }
}
