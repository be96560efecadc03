package io.patchbay.token.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.credential.CredentialsId;
import io.patchbay.credential.SecretId;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.token.TokenGrant;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JdbcTokenGrantsIntegrationTests {

    private static final TestTables TABLES = new TestTables();

    private final JdbcTokenGrants grants = new JdbcTokenGrants(TABLES.database());
    private final CompanyId company = TABLES.company();
    private final CredentialsId credentials = CredentialsId.next();

    @Test
    void givesBackEverythingThatWasKept() {
        var tokens = tokens();

        assertThat(grants.keep(grants.begin(company, credentials), tokens)).isTrue();

        assertThat(grants.find(company, credentials))
                .contains(new TokenGrant(company, credentials, 1, tokens, null, null));
    }

    @Test
    void beginsOnlyWhereThereIsNothing() {
        grants.keep(grants.begin(company, credentials), tokens());

        assertThat(grants.begin(company, credentials).version()).isEqualTo(1);
    }

    @Test
    void keepsNothingUnderAVersionThatIsThereAlready() {
        var read = grants.begin(company, credentials);
        var first = tokens();
        grants.keep(read, first);

        assertThat(grants.keep(read, tokens())).isFalse();
        assertThat(grants.find(company, credentials).orElseThrow().tokens()).isEqualTo(first);
    }

    @Test
    void keepsNothingForCredentialsThatAreNoMore() {
        var read = grants.begin(company, credentials);
        grants.remove(company, credentials);

        assertThat(grants.keep(read, tokens())).isFalse();
        assertThat(grants.find(company, credentials)).isEmpty();
    }

    @Test
    void belongsToOneCompany() {
        grants.begin(company, credentials);

        assertThat(grants.find(TABLES.company(), credentials)).isEmpty();
    }

    private static TokenGrant.Kept tokens() {
        return new TokenGrant.Kept(
                SecretId.next(),
                SecretId.next(),
                "anna@shop.example",
                List.of("orders:read", "products"),
                TestTables.NOW,
                TestTables.NOW.plus(Duration.ofHours(1)),
                TestTables.NOW.plus(Duration.ofDays(60)),
                URI.create("https://eu.shop.example/api"),
                TestTables.NOW.plus(Duration.ofMinutes(55)));
    }
}
