package io.patchbay.connector.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.DateFormat;
import io.patchbay.access.TimeZone;
import io.patchbay.access.persistence.TestAccess;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.connector.Connector;
import io.patchbay.connector.Placement;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Contended;
import io.patchbay.shared.Count;
import io.patchbay.shared.Name;
import io.patchbay.system.Environment;
import io.patchbay.system.SystemId;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JdbcConnectorsIntegrationTests {

    private static final TestTables TABLES = new TestTables();

    private final JdbcConnectors connectors = new JdbcConnectors(TABLES.jdbc());
    private final CompanyId company = TABLES.company();
    private final CompanyGroupId group = TABLES.group(company);

    @Test
    void givesBackWhatWasSaved() {
        var saved = connectors.save(shop(Environment.LIVE));

        assertThat(connectors.find(company, saved.id())).contains(saved);
        assertThat(connectors
                        .find(company, saved.id())
                        .orElseThrow()
                        .access()
                        .credentials()
                        .values()
                        .keySet())
                .containsExactly("shop", "api_key", "aa");
    }

    @Test
    void givesBackWhatWasChanged() {
        var saved = connectors.save(shop(Environment.LIVE));
        var access = saved.access()
                .changedTo(new Name("Other"), TimeZone.UTC, DateFormat.ISO_8601, TestTables.NOW.plusSeconds(60))
                .withReplaced(TestAccess.credentials(), TestTables.NOW.plusSeconds(61));

        var changed = connectors.save(saved.with(access));

        assertThat(connectors.find(company, saved.id())).contains(changed);
        assertThat(changed)
                .usingRecursiveComparison()
                .ignoringFields("access.version")
                .isEqualTo(saved.with(access));
        assertThat(changed.version()).isEqualTo(saved.version() + 1);
    }

    @Test
    void givesBackEveryStatus() {
        for (var status : AccessStatus.values()) {
            var access = TestAccess.access(company, "shop-" + status.ordinal(), "Shop", Environment.TEST, status);
            var saved = connectors.save(new Connector(access, group));

            assertThat(connectors.find(company, saved.id())).contains(saved);
        }
    }

    @Test
    void refusesToOverwriteANewerVersion() {
        var old = connectors.save(shop(Environment.LIVE));
        connectors.save(old);

        assertThatThrownBy(() -> connectors.save(old)).isInstanceOf(Contended.class);
        assertThatThrownBy(() -> connectors.remove(old)).isInstanceOf(Contended.class);
    }

    @Test
    void knowsWhoTakesAPlace() {
        var saved = connectors.save(shop(Environment.LIVE));

        assertThat(connectors.at(company, saved.placement())).contains(saved);
        assertThat(connectors.at(company, new Placement(new SystemId("shop"), group, Environment.TEST)))
                .isEmpty();
    }

    @Test
    void namesTheOldestOfAGroup() {
        var first = connectors.save(shop(Environment.LIVE));
        var second = connectors.save(shop(Environment.TEST));
        connectors.save(new Connector(
                TestAccess.access(company, "shop", "Elsewhere", Environment.LIVE), TABLES.group(company)));

        assertThat(connectors.inGroup(company, group, 10)).containsExactly(first, second);
        assertThat(connectors.inGroup(company, group, 1)).containsExactly(first);
    }

    @Test
    void isGoneAfterItsRemoval() {
        var saved = connectors.save(shop(Environment.LIVE));

        connectors.remove(saved);

        assertThat(connectors.find(company, saved.id())).isEmpty();
    }

    @Test
    void refusesASecondOneAtItsPlace() {
        connectors.save(shop(Environment.LIVE));

        assertThatThrownBy(() -> connectors.save(shop(Environment.LIVE))).isInstanceOf(Contended.class);
    }

    @Test
    void givesAPlaceToOneOfManyAtOnce() throws Exception {
        Callable<Boolean> attempt = () -> {
            try {
                connectors.save(shop(Environment.LIVE));
                return true;
            } catch (Contended tooLate) {
                return false;
            }
        };

        try (var threads = Executors.newFixedThreadPool(8)) {
            var attempts = threads.invokeAll(
                    IntStream.range(0, 16).mapToObj(it -> attempt).toList());
            assertThat(attempts.stream().filter(it -> it.resultNow()).count()).isEqualTo(1);
        }
    }

    @Test
    void refusesTheGroupOfAnotherCompany() {
        var foreign = TABLES.group(TABLES.company());
        var access = TestAccess.access(company, "shop", "Shop", Environment.LIVE);

        assertThatThrownBy(() -> connectors.save(new Connector(access, foreign)))
                .isInstanceOf(Contended.class);
    }

    @Test
    void countsByStatus() {
        Stream.of(AccessStatus.OPERATIONAL, AccessStatus.OPERATIONAL, AccessStatus.NOT_CHECKED)
                .forEach(status -> connectors.save(new Connector(
                        TestAccess.access(company, "shop", "Shop", Environment.LIVE, status), TABLES.group(company))));

        assertThat(connectors.countByStatus(company))
                .isEqualTo(Map.of(
                        AccessStatus.OPERATIONAL, new Count(2, true), AccessStatus.NOT_CHECKED, new Count(1, true)));
    }

    @Test
    void areInvisibleToOtherCompanies() {
        var saved = connectors.save(shop(Environment.LIVE));
        var stranger = TABLES.company();

        assertThat(connectors.find(stranger, saved.id())).isEmpty();
        assertThat(connectors.at(stranger, saved.placement())).isEmpty();
        assertThat(connectors.inGroup(stranger, group, 10)).isEmpty();
        assertThat(connectors.countByStatus(stranger)).isEmpty();
    }

    private Connector shop(Environment environment) {
        return new Connector(TestAccess.access(company, "shop", "Shop", environment), group);
    }
}
