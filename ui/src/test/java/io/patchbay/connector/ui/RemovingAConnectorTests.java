package io.patchbay.connector.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.connector.Connector;
import io.patchbay.connector.ConnectorAdministration.Change;
import io.patchbay.setup.TestWorld;
import io.patchbay.ui.AccessPageTest;
import io.patchbay.ui.Addresses;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemovingAConnectorTests extends AccessPageTest {

    private Connector shop;

    @Test
    void removesItOnceItsNameIsTyped() {
        askToRemove();

        type("Name of what is removed", "Shop");
        press("Remove for good");

        assertThat(stored()).isEmpty();
        assertThat(words()).contains("Shop is removed");
        assertThat(address()).isEqualTo("connectors");
    }

    @Test
    void keepsItWhileAnotherNameIsTyped() {
        askToRemove();

        type("Name of what is removed", "shop");
        press("Remove for good");

        assertThat(stored()).isPresent();
        assertThat(field("Name of what is removed").isInvalid()).isTrue();
    }

    @Test
    void keepsItWhereSomebodyElseChangedItMeanwhile() {
        askToRemove();
        TestWorld.done(world.connectorAdministration.update(
                shop.id(), shop.version(), new Change("Shop of Anna", null, null)));

        type("Name of what is removed", "Shop");
        press("Remove for good");

        assertThat(stored()).isPresent();
        assertThat(words()).contains("Somebody else changed this meanwhile");
    }

    @Test
    void removesOneWhoseSystemIsNoLongerKnown() {
        shop = world.shopConnector("Shop");
        world.systems.forget(shop.access().system());
        open(Addresses.connector(shop.id().value()));
        assertThat(words()).contains("Patchbay no longer knows this system");

        open(Addresses.connectorSettings(shop.id().value()));
        press("Remove…");
        type("Name of what is removed", "Shop");
        press("Remove for good");

        assertThat(stored()).isEmpty();
    }

    private void askToRemove() {
        shop = world.shopConnector("Shop");
        open(Addresses.connectorSettings(shop.id().value()));
        press("Remove…");
    }

    private Optional<Connector> stored() {
        return world.connectors.find(shop.access().companyId(), shop.id());
    }
}
