package io.patchbay.connector.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.connector.Connector;
import io.patchbay.connector.ConnectorAdministration.Change;
import io.patchbay.credential.CredentialValue;
import io.patchbay.setup.TestWorld;
import io.patchbay.shared.Secret;
import io.patchbay.ui.AccessPageTest;
import io.patchbay.ui.Addresses;
import org.junit.jupiter.api.Test;

class ReplacingCredentialsTests extends AccessPageTest {

    private Connector shop;

    @Test
    void replacesTheWholeSet() {
        openReplacement();

        type("Shop name", "other-shop");
        press("Replace credentials");
        browserHolds("new sesame");

        assertThat(stored().access().credentials().values().get("shop"))
                .isEqualTo(new CredentialValue.Plain("other-shop"));
        assertThat(world.secrets.reveal(
                        shop.access().companyId(),
                        stored().access().credentials().secrets().getFirst()))
                .isEqualTo(new Secret("new sesame"));
        assertThat(words()).contains("The credentials are replaced");
    }

    @Test
    void nothingOfTheOldSetStandsInTheForm() {
        openReplacement();

        assertThat(field("Shop name").getValue()).isEmpty();
        assertThat(words()).contains("Nothing is merged with the old set");
    }

    @Test
    void asksForEveryValueThatIsMissing() {
        openReplacement();

        press("Replace credentials");
        browserHolds("");

        assertThat(field("Shop name").isInvalid()).isTrue();
        assertThat(stored()).isEqualTo(shop);
    }

    @Test
    void tellsOfSomebodyElsesChangeAndLosesNothingTyped() {
        openReplacement();
        TestWorld.done(world.connectorAdministration.update(
                shop.id(), shop.version(), new Change("Shop of Anna", null, null)));

        type("Shop name", "other-shop");
        press("Replace credentials");
        browserHolds("new sesame");
        assertThat(words()).contains("Somebody else changed this meanwhile", "Now: Shop of Anna");
        assertThat(field("Shop name").getValue()).isEqualTo("other-shop");

        press("Go on with mine");
        press("Replace credentials");
        browserHolds("new sesame");
        assertThat(stored().access().credentials().values().get("shop"))
                .isEqualTo(new CredentialValue.Plain("other-shop"));
        assertThat(stored().name().value()).isEqualTo("Shop of Anna");
    }

    private void openReplacement() {
        shop = world.shopConnector("Shop");
        open(Addresses.connectorSettings(shop.id().value()));
        press("Type a new set");
    }

    private Connector stored() {
        return world.connectors.find(shop.access().companyId(), shop.id()).orElseThrow();
    }
}
