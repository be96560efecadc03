package io.patchbay.instance.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.access.AccessSearch;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.persistence.TestAccess;
import io.patchbay.instance.Instance;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Contended;
import io.patchbay.shared.Count;
import io.patchbay.shared.Page;
import io.patchbay.system.Environment;
import io.patchbay.system.RateLimit;
import io.patchbay.system.SystemId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcInstancesIntegrationTests {

    private static final TestTables TABLES = new TestTables();
    private static final SystemId SHOP = new SystemId("shop");

    private final JdbcInstances instances = new JdbcInstances(TABLES.jdbc());
    private final JdbcInstalledSystems installed = new JdbcInstalledSystems(TABLES.jdbc());
    private final CompanyId company = TABLES.company();

    @BeforeEach
    void installed() {
        installed.add(company, SHOP, TestTables.NOW);
    }

    @Test
    void givesBackWhatWasSaved() {
        for (var unit : RateLimit.Unit.values()) {
            var saved = instances.save(shop().limitedTo(new RateLimit(7, unit)));

            assertThat(instances.find(company, saved.id())).contains(saved);
        }
        var unlimited = instances.save(shop());
        assertThat(instances.find(company, unlimited.id())).contains(unlimited);
    }

    @Test
    void givesBackWhatWasChanged() {
        var saved = instances.save(shop());

        var limited = instances.save(saved.limitedTo(new RateLimit(9, RateLimit.Unit.DAY)));

        assertThat(instances.find(company, saved.id())).contains(limited);
        assertThat(limited.version()).isEqualTo(saved.version() + 1);
    }

    @Test
    void refusesToOverwriteANewerVersion() {
        var old = instances.save(shop());
        instances.save(old);

        assertThatThrownBy(() -> instances.save(old)).isInstanceOf(Contended.class);
        assertThatThrownBy(() -> instances.remove(old)).isInstanceOf(Contended.class);
    }

    @Test
    void needsItsSystemInstalled() {
        var access = TestAccess.access(company, "bank", "Bank", Environment.LIVE);

        assertThatThrownBy(() -> instances.save(new Instance(access, null))).isInstanceOf(Contended.class);
    }

    @Test
    void keepsItsSystemInstalled() {
        instances.save(shop());

        assertThatThrownBy(() -> installed.remove(company, SHOP)).isInstanceOf(Contended.class);
    }

    @Test
    void namesTheOldestOfASystem() {
        var first = instances.save(shop());
        var second = instances.save(shop());

        assertThat(instances.ofSystem(company, SHOP, 10)).containsExactly(first, second);
        assertThat(instances.ofSystem(company, SHOP, 1)).containsExactly(first);
    }

    @Test
    void listsAndCounts() {
        var first = instances.save(shop());
        var second = instances.save(shop());

        assertThat(instances
                        .page(company, AccessSearch.ANY, Page.Request.first(9))
                        .items())
                .containsExactly(second, first);
        assertThat(instances.count(company, AccessSearch.ANY)).isEqualTo(new Count(2, true));
        assertThat(instances.countByStatus(company)).isEqualTo(Map.of(AccessStatus.OPERATIONAL, new Count(2, true)));
    }

    @Test
    void isGoneAfterItsRemoval() {
        var saved = instances.save(shop());

        instances.remove(saved);

        assertThat(instances.find(company, saved.id())).isEmpty();
    }

    @Test
    void isInvisibleToOtherCompanies() {
        var saved = instances.save(shop());
        var stranger = TABLES.company();

        assertThat(instances.find(stranger, saved.id())).isEmpty();
        assertThat(instances.ofSystem(stranger, SHOP, 9)).isEmpty();
        assertThat(instances
                        .page(stranger, AccessSearch.ANY, Page.Request.first(9))
                        .items())
                .isEmpty();
        assertThat(instances.count(stranger, AccessSearch.ANY)).isEqualTo(new Count(0, true));
        assertThat(instances.countByStatus(stranger)).isEmpty();
    }

    private Instance shop() {
        return new Instance(
                TestAccess.access(company, "shop", "Shop", Environment.LIVE, AccessStatus.OPERATIONAL), null);
    }
}
