package io.patchbay.access.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessKind;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.CheckReason;
import io.patchbay.access.SystemAccess;
import io.patchbay.credential.CredentialsId;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.system.Environment;
import io.patchbay.system.TestSystems;
import io.patchbay.token.TokenGrant;
import io.patchbay.token.TokenTrouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JdbcTokenWatchIntegrationTests {

    private static final TestTables TABLES = new TestTables();
    private static final Instant LATER = TestTables.NOW.plusSeconds(60);

    private final JdbcTokenWatch watch = new JdbcTokenWatch(TABLES.jdbc());
    private final JdbcAccessesByCredentials accesses = new JdbcAccessesByCredentials(TABLES.jdbc());
    private final CompanyId company = TABLES.company();
    private final SystemAccess access = new SystemAccessTable(TABLES.jdbc(), AccessKind.CONNECTOR)
            .save(
                    TestAccess.access(company, "shop", "Shop", Environment.LIVE, AccessStatus.NOT_CHECKED),
                    Map.of("company_group_id", TABLES.group(company).value()));

    @Test
    void findsWhoUsesCredentials() {
        assertThat(accesses.find(company, access.credentials().id())).contains(access);
        assertThat(accesses.find(company, CredentialsId.next())).isEmpty();
        assertThat(accesses.find(TABLES.company(), access.credentials().id())).isEmpty();
    }

    @Test
    void saysThatAPersonIsNeededAndWhenThatIsOver() {
        watch.needsReconnect(grant(), TokenTrouble.REFRESH_ANSWER_LOST, LATER);
        assertThat(lastCheck())
                .isEqualTo(new Check(AccessStatus.NEEDS_RECONNECT, CheckReason.REFRESH_ANSWER_LOST, null, null, LATER));

        watch.renewed(grant(), LATER);
        assertThat(lastCheck()).isEqualTo(new Check(AccessStatus.OPERATIONAL, null, null, null, LATER));
    }

    @Test
    void leavesWhatACheckFoundOutWhereTokensAreRenewed() {
        var found = new Check(
                AccessStatus.OPERATIONAL, CheckReason.PERMISSION, null, Duration.ofMillis(42), TestTables.NOW);
        new JdbcAccessChecks(TABLES.jdbc(), TestSystems.all()).record(access, found);

        watch.renewed(grant(), LATER);

        assertThat(lastCheck()).isEqualTo(found);
    }

    private Check lastCheck() {
        return accesses.find(company, access.credentials().id()).orElseThrow().lastCheck();
    }

    private TokenGrant grant() {
        return new TokenGrant(company, access.credentials().id(), 1, null, null, null, TestTables.NOW);
    }
}
