package io.patchbay.instance.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Contended;
import io.patchbay.system.SystemId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JdbcInstalledSystemsIntegrationTests {

    private static final TestTables TABLES = new TestTables();
    private static final SystemId SHOP = new SystemId("shop");

    private final JdbcInstalledSystems installed = new JdbcInstalledSystems(TABLES.jdbc());
    private final CompanyId company = TABLES.company();

    @Test
    void knowsWhatIsInstalled() {
        installed.add(company, SHOP, TestTables.NOW);
        installed.add(company, SHOP, TestTables.NOW.plusSeconds(1));
        installed.add(company, new SystemId("bank"), TestTables.NOW);

        assertThat(installed.all(company)).containsExactlyInAnyOrder(SHOP, new SystemId("bank"));
        assertThat(installed.lock(company, SHOP)).isTrue();
    }

    @Test
    void forgetsWhatIsUninstalled() {
        installed.add(company, SHOP, TestTables.NOW);

        installed.remove(company, SHOP);
        installed.remove(company, SHOP);

        assertThat(installed.all(company)).isEmpty();
        assertThat(installed.lock(company, SHOP)).isFalse();
    }

    @Test
    void tellsCompaniesApart() {
        installed.add(company, SHOP, TestTables.NOW);
        var stranger = TABLES.company();

        installed.remove(stranger, SHOP);

        assertThat(installed.lock(company, SHOP)).isTrue();
        assertThat(installed.lock(stranger, SHOP)).isFalse();
        assertThat(installed.all(stranger)).isEmpty();
    }

    @Test
    void letsOneOfTwoUninstallAtOnce() throws Exception {
        installed.add(company, SHOP, TestTables.NOW);
        var bothLocked = new CyclicBarrier(2);
        Callable<Boolean> uninstalling = () -> {
            try {
                return TABLES.inTransaction(() -> {
                    installed.lock(company, SHOP);
                    await(bothLocked);
                    installed.remove(company, SHOP);
                    return true;
                });
            } catch (Contended overtaken) {
                return false;
            }
        };

        try (var threads = Executors.newFixedThreadPool(2)) {
            var outcomes = threads.invokeAll(List.of(uninstalling, uninstalling));
            assertThat(outcomes.stream().map(it -> it.resultNow())).containsExactlyInAnyOrder(true, false);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
