package io.patchbay.authorization.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessId;
import io.patchbay.authorization.Authorization;
import io.patchbay.authorization.Authorization.Arrival;
import io.patchbay.authorization.Authorization.Departure;
import io.patchbay.authorization.AuthorizationId;
import io.patchbay.authorization.Target;
import io.patchbay.authorization.WordHash;
import io.patchbay.credential.CredentialsId;
import io.patchbay.credential.SecretId;
import io.patchbay.persistence.TestTables;
import io.patchbay.setup.DraftId;
import io.patchbay.setup.DraftOwner;
import io.patchbay.setup.SetupKind;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JdbcAuthorizationsIntegrationTests {

    private static final Instant NOW = TestTables.NOW;

    private final TestTables tables = new TestTables();
    private final JdbcAuthorizations authorizations = new JdbcAuthorizations(tables.jdbc());
    private final CompanyId company = tables.company();

    @Test
    void keepsEverythingOfAnAttempt() {
        var started = started(new DraftOwner.OfPerson(tables.person(company)), new Target.OfDraft(DraftId.next()));
        var departure = departure();
        var arrival = new Arrival(SetupKind.CONNECTOR, AccessId.next(), "Berlin", "Lisbon");

        assertThat(authorizations.withKey(started.key())).contains(started);
        assertThat(authorizations.depart(started, departure, NOW.plusSeconds(700)))
                .isTrue();
        assertThat(authorizations.use(started, NOW.plusSeconds(5))).isTrue();
        authorizations.arrive(started, arrival);

        assertThat(authorizations.withState(departure.state()))
                .contains(new Authorization(
                        started.id(),
                        company,
                        started.startedBy(),
                        started.target(),
                        started.credentials(),
                        started.key(),
                        NOW,
                        NOW.plusSeconds(700),
                        departure,
                        NOW.plusSeconds(5),
                        arrival));
    }

    @Test
    void keepsWhatIsConnectedAgainAndForWhichProgram() {
        var owner = new DraftOwner.OfToken(tables.apiToken(company));
        for (var target :
                new Target[] {new Target.OfConnector(AccessId.next()), new Target.OfInstance(AccessId.next())}) {
            var started = started(owner, target);

            assertThat(authorizations.find(company, started.id())).contains(started);
        }
    }

    @Test
    void makesEveryStepOnce() {
        var started = started(new DraftOwner.OfPerson(tables.person(company)), new Target.OfDraft(DraftId.next()));

        assertThat(authorizations.depart(started, departure(), NOW)).isTrue();
        assertThat(authorizations.depart(started, departure(), NOW)).isFalse();
        assertThat(authorizations.use(started, NOW)).isTrue();
        assertThat(authorizations.use(started, NOW)).isFalse();
    }

    @Test
    void showsNoneToAnotherCompany() {
        var started = started(new DraftOwner.OfPerson(tables.person(company)), new Target.OfDraft(DraftId.next()));

        assertThat(authorizations.find(tables.company(), started.id())).isEmpty();
    }

    @Test
    void findsThoseThatEndedAndForgetsThem() {
        var started = started(new DraftOwner.OfPerson(tables.person(company)), new Target.OfDraft(DraftId.next()));

        assertThat(authorizations.endedBefore(started.expiresAt(), 1000)).doesNotContain(started);
        assertThat(authorizations.endedBefore(started.expiresAt().plusSeconds(1), 1000))
                .contains(started);
        authorizations.remove(started);
        assertThat(authorizations.find(company, started.id())).isEmpty();
    }

    private Authorization started(DraftOwner owner, Target target) {
        var started = new Authorization(
                AuthorizationId.next(),
                company,
                owner,
                target,
                CredentialsId.next(),
                hash(),
                NOW,
                NOW.plus(Duration.ofMinutes(10)),
                null,
                null,
                null);
        authorizations.add(started);
        return started;
    }

    private static Departure departure() {
        return new Departure(hash(), hash(), URI.create("https://patchbay.example/oauth/callback"), SecretId.next());
    }

    private static WordHash hash() {
        return WordHash.of(new Secret(UUID.randomUUID().toString()));
    }
}
