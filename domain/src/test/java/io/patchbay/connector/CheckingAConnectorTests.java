package io.patchbay.connector;

import static io.patchbay.setup.TestWorld.done;
import static io.patchbay.setup.TestWorld.given;
import static io.patchbay.shared.Refused.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.CheckReason;
import io.patchbay.identity.Viewer;
import io.patchbay.setup.General;
import io.patchbay.setup.SetupKind;
import io.patchbay.setup.TestWorld;
import io.patchbay.setup.TimeAndDate;
import io.patchbay.system.Environment;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckingAConnectorTests {

    private final TestWorld world = new TestWorld();
    private final Connector shop = world.shopConnector("Shop");

    @Test
    void keepsTheResultWithoutChangingTheVersion() {
        var checked = done(world.connectorChecking.check(shop.id()));

        assertThat(checked.access().status()).isEqualTo(AccessStatus.OPERATIONAL);
        assertThat(world.connectors.find(world.acme.id(), shop.id())).contains(checked);
        assertThat(checked.version()).isEqualTo(shop.version());
    }

    @Test
    void saysWhyTheSystemDoesNotLetIn() {
        var replaced = done(world.connectorAdministration.replaceCredentials(
                shop.id(), shop.version(), "api-key", List.of(given("shop", "my-shop"), given("api_key", "wrong"))));

        var check = done(world.connectorChecking.check(replaced.id())).access().lastCheck();

        assertThat(check.status()).isEqualTo(AccessStatus.FAILED_AUTHENTICATION);
        assertThat(check.reason()).isEqualTo(CheckReason.CREDENTIALS_REFUSED);
    }

    @Test
    void isForgottenWhenTheCredentialsAreReplaced() {
        done(world.connectorChecking.check(shop.id()));

        var replaced = done(world.connectorAdministration.replaceCredentials(
                shop.id(), shop.version(), "api-key", List.of(given("shop", "my-shop"), given("api_key", "new"))));

        assertThat(replaced.access().status()).isEqualTo(AccessStatus.NOT_CHECKED);
    }

    @Test
    void aSecretThatCannotBeReadIsAReasonAndNoAccident() {
        world.secrets.loseKeys();

        var check = done(world.connectorChecking.check(shop.id())).access().lastCheck();

        assertThat(check.status()).isEqualTo(AccessStatus.NEEDS_RECONNECT);
        assertThat(check.reason()).isEqualTo(CheckReason.KEY_MISSING);
        assertThat(check.latency()).isNull();
    }

    @Test
    void treatsAnotherCompanysConnectorAsUnknown() {
        world.viewer.actAs(new Viewer.SignedIn(world.stranger()));

        assertThat(refusals(world.connectorChecking.check(shop.id())))
                .isEqualTo(refusals(world.connectorChecking.check(AccessId.next())))
                .containsExactly("NOT_FOUND at id");
    }

    @Test
    void asksBeforeAnythingIsCreatedAndKeepsNothing() {
        var draft =
                done(world.draftSetup.start(SetupKind.CONNECTOR, "corner-shop")).id();
        done(world.draftSetup.answer(draft, new General.Typed("Test", null, Environment.TEST)));
        done(world.draftSetup.answer(draft, new TimeAndDate.Typed(null, null, null)));
        done(world.draftSetup.answerMethod(draft, "api-key"));
        assertThat(refusals(world.draftChecking.check(draft)))
                .containsExactly(
                        "CREDENTIAL_REQUIRED at credentials.shop", "CREDENTIAL_REQUIRED at credentials.api_key");
        done(world.draftSetup.answerCredentials(draft, List.of(given("shop", "s"), given("api_key", "sesame"))));

        var check = done(world.draftChecking.check(draft));

        assertThat(check.status()).isEqualTo(AccessStatus.OPERATIONAL);
        assertThat(world.draftSetup.find(draft)).isPresent();
    }
}
