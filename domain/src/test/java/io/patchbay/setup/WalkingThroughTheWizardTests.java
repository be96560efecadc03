package io.patchbay.setup;

import static io.patchbay.setup.TestWorld.done;
import static io.patchbay.setup.TestWorld.given;
import static io.patchbay.shared.Refused.onlyRefusal;
import static io.patchbay.shared.Refused.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.connector.ConnectorAlreadyExists;
import io.patchbay.connector.ConnectorSearch;
import io.patchbay.credential.CredentialValue;
import io.patchbay.credential.GivenCredential;
import io.patchbay.identity.Viewer;
import io.patchbay.instance.RateLimitInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Secret;
import io.patchbay.system.Environment;
import io.patchbay.system.RateLimit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalkingThroughTheWizardTests {

    private final TestWorld world = new TestWorld();
    private final DraftId draft =
            done(world.draftSetup.start(SetupKind.CONNECTOR, "corner-shop")).id();

    @Test
    void createsTheConnectorAndMovesThePointerToItsSecrets() {
        walkToCredentials();
        credentials(given("shop", "my-shop"), given("api_key", "sesame"));
        var kept = current().credentials();

        var created = done(world.draftCreation.create(draft));

        var connector = world.connectors.find(world.acme.id(), created.id()).orElseThrow();
        assertThat(connector.access().credentials()).isEqualTo(kept);
        assertThat(world.secrets.size()).isEqualTo(1);
        assertThat(world.draftSetup.find(draft)).isEmpty();
    }

    @Test
    void opensEachStepOnceThoseBeforeItAreAnswered() {
        assertThat(current().reachable(SetupStep.GENERAL)).isTrue();
        assertThat(current().reachable(SetupStep.TIME_AND_DATE)).isFalse();

        walkToCredentials();

        assertThat(SetupStep.values()).allMatch(current()::reachable);
        assertThat(current().nextStep()).isEqualTo(SetupStep.CREDENTIALS);
    }

    @Test
    void saysWhichStepIsMissing() {
        var outcome = world.draftSetup.answerMethod(draft, "api-key");

        assertThat(onlyRefusal(outcome)).isEqualTo(new StepNotReachable(SetupStep.GENERAL));
    }

    @Test
    void saysWhichConnectorIsInTheWayAtTheFirstStepAlready() {
        var first = world.shopConnector("First");

        assertThat(onlyRefusal(general("Second", Environment.LIVE))).isEqualTo(new ConnectorAlreadyExists(first));
    }

    @Test
    void takesNoPlaceBeforeCreation() {
        general("Draft", Environment.LIVE);

        world.shopConnector("Faster");

        assertThat(world.connectors.count(world.acme.id(), ConnectorSearch.ANY).value())
                .isEqualTo(1);
    }

    @Test
    void checksThePlaceAgainWhenCreating() {
        walkToCredentials();
        credentials(given("shop", "my-shop"), given("api_key", "sesame"));
        world.shopConnector("Faster");

        assertThat(refusals(world.draftCreation.create(draft)))
                .containsExactly("CONNECTOR_ALREADY_EXISTS at companyGroupId");
        assertThat(current().credentials().secrets()).hasSize(1);
    }

    @Test
    void keepsEverythingWhenTheEnvironmentChanges() {
        walkToCredentials();
        credentials(given("api_key", "sesame"));

        done(general("Shop", Environment.TEST));

        assertThat(current().timeAndDate()).isNotNull();
        assertThat(current().credentials().isSet("api_key")).isTrue();
    }

    @Test
    void dropsTheCredentialsOfAMethodThatIsNoLongerChosen() {
        walkToCredentials();
        credentials(given("shop", "my-shop"), given("api_key", "sesame"));

        done(world.draftSetup.answerMethod(draft, "basic"));

        assertThat(current().credentials().values()).isEmpty();
        assertThat(world.secrets.size()).isZero();
    }

    @Test
    void keepsTheCredentialsWhenTheSameMethodIsChosenAgain() {
        walkToCredentials();
        credentials(given("api_key", "sesame"));

        done(world.draftSetup.answerMethod(draft, "api-key"));

        assertThat(current().credentials().isSet("api_key")).isTrue();
    }

    @Test
    void keepsASavedSecretThatIsNotTypedAgain() {
        walkToCredentials();
        credentials(given("shop", "my-shop"), given("api_key", "sesame"));

        credentials(given("shop", "my-shop"));

        var hidden = (CredentialValue.Hidden) current().credentials().values().get("api_key");
        assertThat(world.secrets.reveal(world.acme.id(), hidden.secret())).isEqualTo(new Secret("sesame"));
    }

    @Test
    void asksForEverySecretAgainWhenTheAddressChanges() {
        walkToCredentials();
        credentials(given("shop", "my-shop"), given("api_key", "sesame"));

        var outcome = world.draftSetup.answerCredentials(draft, List.of(given("shop", "evil-shop")));

        assertThat(refusals(outcome)).containsExactly("CREDENTIAL_REQUIRED at credentials.api_key");
        assertThat(current().credentials().values().get("shop")).isEqualTo(new CredentialValue.Plain("my-shop"));
    }

    @Test
    void takesANewAddressTogetherWithItsSecrets() {
        walkToCredentials();
        credentials(given("shop", "my-shop"), given("api_key", "sesame"));

        credentials(given("shop", "other-shop"), given("api_key", "open"));

        assertThat(current().credentials().values().get("shop")).isEqualTo(new CredentialValue.Plain("other-shop"));
        assertThat(world.secrets.size()).isEqualTo(1);
    }

    @Test
    void namesTheCredentialsThatAreMissingWhenCreating() {
        walkToCredentials();
        credentials(given("shop", "my-shop"));

        assertThat(refusals(world.draftCreation.create(draft)))
                .containsExactly("CREDENTIAL_REQUIRED at credentials.api_key");
    }

    @Test
    void belongsToThePersonWhoStartedIt() {
        world.viewer.actAs(new Viewer.SignedIn(world.person(world.acme, "ben@acme.example")));

        assertThat(world.draftSetup.find(draft)).isEmpty();
        assertThat(world.draftSetup.unfinished()).isEmpty();
        assertThat(refusals(general("Mine", Environment.LIVE))).containsExactly("NOT_FOUND at draftId");
    }

    @Test
    void belongsToTheProgramThatStartedIt() {
        var erp = done(world.apiAccess.create("ERP", null)).token();
        var shop = done(world.apiAccess.create("Shop", null)).token();
        world.viewer.actAs(new Viewer.Program(erp));
        var own = done(world.draftSetup.start(SetupKind.CONNECTOR, "corner-shop"));

        assertThat(own.owner()).isEqualTo(new DraftOwner.OfToken(erp.id()));
        assertThat(world.draftSetup.find(own.id())).contains(own);
        assertThat(world.draftSetup.unfinished()).containsExactly(own);
        assertThat(world.draftSetup.find(draft)).isEmpty();

        world.viewer.actAs(new Viewer.Program(shop));
        assertThat(world.draftSetup.find(own.id())).isEmpty();
    }

    @Test
    void expiresAsUsualWhenTheTokenOfItsProgramIsRevoked() {
        var erp = done(world.apiAccess.create("ERP", null)).token();
        world.viewer.actAs(new Viewer.Program(erp));
        done(world.draftSetup.start(SetupKind.CONNECTOR, "corner-shop"));
        done(world.apiAccess.revoke(erp.id()));

        world.clock.goOn(Draft.LIFETIME);

        assertThat(world.draftSetup.destroyExpired()).isEqualTo(2);
    }

    @Test
    void expiresWithItsSecretsAfterThirtyDaysUntouched() {
        walkToCredentials();
        credentials(given("api_key", "sesame"));
        world.clock.goOn(Duration.ofDays(30).minusSeconds(1));
        assertThat(world.draftSetup.find(draft)).isPresent();

        world.clock.goOn(Duration.ofSeconds(1));

        assertThat(world.draftSetup.find(draft)).isEmpty();
        assertThat(world.draftSetup.unfinished()).isEmpty();
        assertThat(world.draftSetup.destroyExpired()).isEqualTo(1);
        assertThat(world.secrets.size()).isZero();
    }

    @Test
    void liveOnWhenTouched() {
        world.clock.goOn(Duration.ofDays(29));
        done(general("Shop", Environment.LIVE));
        world.clock.goOn(Duration.ofDays(29));

        assertThat(world.draftSetup.find(draft)).isPresent();
    }

    @Test
    void leavesNothingBehindWhenDiscarded() {
        walkToCredentials();
        credentials(given("api_key", "sesame"));

        world.draftSetup.discard(draft);

        assertThat(world.draftSetup.unfinished()).isEmpty();
        assertThat(world.secrets.size()).isZero();
    }

    @Test
    void makesInstancesOfInstalledSystemsWithTheirOwnLimit() {
        assertThat(refusals(world.draftSetup.start(SetupKind.INSTANCE, "ledger")))
                .containsExactly("SYSTEM_NOT_INSTALLED at systemSlug");
        done(world.installation.install("ledger"));
        var id = done(world.draftSetup.start(SetupKind.INSTANCE, "ledger")).id();
        done(world.draftSetup.answer(id, new General.Typed("Books", null, Environment.LIVE)));
        done(world.draftSetup.answer(
                id, new TimeAndDate.Typed(null, null, new RateLimitInput(5, RateLimit.Unit.MINUTE))));
        done(world.draftSetup.answerMethod(id, "token"));
        done(world.draftSetup.answerCredentials(id, List.of(given("token", "t"))));

        var created = done(world.draftCreation.create(id));

        assertThat(world.instances
                        .find(world.acme.id(), created.id())
                        .orElseThrow()
                        .rateLimit())
                .isEqualTo(new RateLimit(5, RateLimit.Unit.MINUTE));
    }

    private void walkToCredentials() {
        done(general("Shop", Environment.LIVE));
        done(world.draftSetup.answer(draft, new TimeAndDate.Typed("Europe/Paris", "UNIX_SECONDS", null)));
        done(world.draftSetup.answerMethod(draft, "api-key"));
    }

    private Outcome<Draft> general(String name, Environment environment) {
        return world.draftSetup.answer(draft, new General.Typed(name, null, environment));
    }

    private void credentials(GivenCredential... given) {
        done(world.draftSetup.answerCredentials(draft, List.of(given)));
    }

    private Draft current() {
        return world.draftSetup.find(draft).orElseThrow();
    }
}
