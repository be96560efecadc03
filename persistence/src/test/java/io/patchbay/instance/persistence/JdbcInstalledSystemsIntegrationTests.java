package io.patchbay.instance.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.system.SystemId;
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
}
