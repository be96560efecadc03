package io.patchbay.access.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessKind;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.CheckPace;
import io.patchbay.access.CheckReason;
import io.patchbay.access.SystemAccess;
import io.patchbay.persistence.Moments;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Name;
import io.patchbay.system.Environment;
import io.patchbay.system.TestSystems;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JdbcAccessChecksIntegrationTests {

    private static final TestTables TABLES = new TestTables();

    private static final Check REFUSED = new Check(
            AccessStatus.FAILED_AUTHENTICATION,
            CheckReason.CREDENTIALS_REFUSED,
            "Copy the key again",
            Duration.ofMillis(42),
            TestTables.NOW);

    private final SystemAccessTable table = new SystemAccessTable(TABLES.jdbc(), AccessKind.CONNECTOR);
    private final JdbcAccessChecks checks = new JdbcAccessChecks(TABLES.jdbc(), TestSystems.all());
    private final CompanyId company = TABLES.company();
    private final Map<String, Object> group =
            Map.of("company_group_id", TABLES.group(company).value());

    @Test
    void keepsTheResultWithoutDisturbingWhoeverEdits() {
        var access = save(unchecked());

        checks.record(access, REFUSED);

        assertThat(stored(access)).isEqualTo(access.checked(REFUSED));
    }

    @Test
    void survivesAChangeOfSettings() {
        var access = save(unchecked());
        checks.record(access, REFUSED);

        save(access.changedTo(new Name("Other"), access.timeZone(), access.dateFormat(), TestTables.NOW));

        assertThat(stored(access).lastCheck()).isEqualTo(REFUSED);
    }

    @Test
    void isForgottenWithTheCredentialsThatWereChecked() {
        var access = save(unchecked());
        checks.record(access, REFUSED);

        save(access.withReplaced(TestAccess.credentials(), TestTables.NOW));

        assertThat(stored(access).lastCheck()).isNull();
    }

    @Test
    void comesToNothingWhereTheCredentialsWereReplacedMeanwhile() {
        var access = save(unchecked());
        save(access.withReplaced(TestAccess.credentials(), TestTables.NOW));

        checks.record(access, REFUSED);

        assertThat(stored(access).status()).isEqualTo(AccessStatus.NOT_CHECKED);
    }

    @Test
    void saysUpToWhenItMayBeTakenForTrue() {
        var access = save(unchecked());

        checks.record(access, REFUSED);

        assertThat(TABLES.jdbc()
                        .sql("select check_holds_until from system_access where id = ?")
                        .param(access.id().value())
                        .query(OffsetDateTime.class)
                        .single())
                .isEqualTo(Moments.toColumn(CheckPace.HOURLY.holdsUntil(REFUSED)));
    }

    @Test
    void neverOverwritesWhatWasSeenLater() {
        var access = save(unchecked());
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var later = new Check(AccessStatus.OPERATIONAL, null, null, null, now);
        checks.record(access, later);

        var earlier = new Check(AccessStatus.OPERATIONAL, null, null, null, now.minusSeconds(1));
        assertThat(checks.record(access, earlier)).isFalse();

        assertThat(stored(access).lastCheck()).isEqualTo(later);
    }

    @Test
    void isNotKeptOutByAnotherNodesClock() {
        var access = save(unchecked());
        var ahead = Instant.now().plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MICROS);
        checks.record(access, new Check(AccessStatus.OPERATIONAL, null, null, null, ahead));

        assertThat(checks.record(access, REFUSED)).isTrue();

        assertThat(stored(access).lastCheck()).isEqualTo(REFUSED);
    }

    @Test
    void makesNobodyElsesTransactionForgetful() {
        var access = save(unchecked());

        var commits = TABLES.inTransaction(() -> {
            TABLES.jdbc().sql("set local synchronous_commit = on").update();
            checks.record(access, REFUSED);
            return TABLES.jdbc()
                    .sql("select current_setting('synchronous_commit')")
                    .query(String.class)
                    .single();
        });

        assertThat(commits).isEqualTo("on");
        assertThat(stored(access)).isEqualTo(access.checked(REFUSED));
    }

    private SystemAccess unchecked() {
        return TestAccess.access(company, "shop", "Shop", Environment.LIVE, AccessStatus.NOT_CHECKED);
    }

    private SystemAccess save(SystemAccess access) {
        return table.save(access, Map.copyOf(group));
    }

    private SystemAccess stored(SystemAccess access) {
        return TABLES.jdbc()
                .sql("select " + SystemAccessRow.COLUMNS + " from system_access it where it.id = ?")
                .param(access.id().value())
                .query((row, number) -> SystemAccessRow.read(row))
                .single();
    }
}
