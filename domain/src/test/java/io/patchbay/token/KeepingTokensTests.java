package io.patchbay.token;

import static io.patchbay.setup.TestWorld.done;
import static io.patchbay.setup.TestWorld.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.connector.Connector;
import io.patchbay.credential.Credentials;
import io.patchbay.setup.Draft;
import io.patchbay.setup.General;
import io.patchbay.setup.SetupKind;
import io.patchbay.setup.TestWorld;
import io.patchbay.setup.TimeAndDate;
import io.patchbay.shared.Secret;
import io.patchbay.system.Environment;
import io.patchbay.system.TestSystems;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class KeepingTokensTests {

    private final TestWorld world = new TestWorld();
    private final Tokens tokens = world.tokenStore;

    @Test
    void goWithTheCredentialsFromDraftToConnector() {
        var draft = draft();
        tokens.keepFirst(world.acme.id(), credentials(draft).id(), issued("first"));

        var created = done(world.draftCreation.create(draft.id()));

        var connector = world.connectors.find(world.acme.id(), created.id()).orElseThrow();
        assertThat(grantOf(connector.access().credentials()).version()).isEqualTo(1);
    }

    @Test
    void stayWhereADraftIsAnsweredWithTheSameValuesAgain() {
        var draft = draft();
        tokens.keepFirst(world.acme.id(), credentials(draft).id(), issued("first"));

        var after = done(world.draftSetup.answerCredentials(draft.id(), List.of(given("shop", "my-shop"))));

        assertThat(grantOf(credentials(after)).version()).isEqualTo(1);
    }

    @Test
    void areForgottenWhereADraftGetsOtherValues() {
        var draft = draft();
        tokens.keepFirst(world.acme.id(), credentials(draft).id(), issued("first"));
        var secrets = world.secrets.size();

        var after = done(world.draftSetup.answerCredentials(draft.id(), List.of(given("api_key", "another"))));

        assertThat(credentials(after).id()).isNotEqualTo(credentials(draft).id());
        assertThat(tokens.find(world.acme.id(), credentials(draft).id())).isEmpty();
        assertThat(world.secrets.size()).isEqualTo(secrets - 2);
    }

    @Test
    void areForgottenWithTheDraft() {
        var draft = draft();
        tokens.keepFirst(world.acme.id(), credentials(draft).id(), issued("first"));

        world.draftSetup.discard(draft.id());

        assertThat(tokens.find(world.acme.id(), credentials(draft).id())).isEmpty();
        assertThat(world.secrets.size()).isZero();
    }

    @Test
    void areForgottenWithReplacedCredentials() {
        var connector = connectorWithTokens();

        done(world.connectorAdministration.replaceCredentials(
                connector.id(), connector.version(), "api-key", List.of(given("shop", "b"), given("api_key", "b"))));

        assertThat(tokens.find(world.acme.id(), connector.access().credentials().id()))
                .isEmpty();
        assertThat(world.secrets.size()).isEqualTo(1);
    }

    @Test
    void areForgottenWithTheConnector() {
        var connector = connectorWithTokens();

        done(world.connectorAdministration.remove(connector.id(), connector.version()));

        assertThat(tokens.find(world.acme.id(), connector.access().credentials().id()))
                .isEmpty();
        assertThat(world.secrets.size()).isZero();
    }

    @Test
    void giveWayToThoseOfANewConsent() {
        var connector = connectorWithTokens();

        tokens.keepFirst(world.acme.id(), connector.access().credentials().id(), issued("second"));

        var grant = grantOf(connector.access().credentials());
        assertThat(grant.version()).isEqualTo(2);
        assertThat(world.secrets.reveal(
                        world.acme.id(), Objects.requireNonNull(grant.tokens()).accessToken()))
                .isEqualTo(new Secret("access-second"));
        assertThat(world.secrets.size()).isEqualTo(3);
    }

    private Connector connectorWithTokens() {
        var connector = world.shopConnector("Shop");
        tokens.keepFirst(world.acme.id(), connector.access().credentials().id(), issued("first"));
        return connector;
    }

    private Draft draft() {
        var id = done(world.draftSetup.start(
                        SetupKind.CONNECTOR, TestSystems.SHOP.id().slug()))
                .id();
        done(world.draftSetup.answer(id, new General.Typed("Shop", null, Environment.LIVE)));
        done(world.draftSetup.answer(id, new TimeAndDate.Typed(null, null, null)));
        done(world.draftSetup.answerMethod(id, "api-key"));
        return done(
                world.draftSetup.answerCredentials(id, List.of(given("shop", "my-shop"), given("api_key", "sesame"))));
    }

    private TokenGrant grantOf(Credentials credentials) {
        return tokens.find(world.acme.id(), credentials.id()).orElseThrow();
    }

    private static Credentials credentials(Draft draft) {
        return Objects.requireNonNull(draft.credentials());
    }

    private IssuedTokens issued(String name) {
        var now = world.clock.instant();
        return new IssuedTokens(
                new Secret("access-" + name),
                new Secret("refresh-" + name),
                "anna@shop.example",
                List.of("orders"),
                now,
                now.plus(Duration.ofHours(1)),
                null,
                null);
    }
}
