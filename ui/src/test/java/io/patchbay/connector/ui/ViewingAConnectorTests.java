package io.patchbay.connector.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.identity.Viewer;
import io.patchbay.shared.Ids;
import io.patchbay.ui.AccessPageTest;
import io.patchbay.ui.Addresses;
import org.junit.jupiter.api.Test;

class ViewingAConnectorTests extends AccessPageTest {

    @Test
    void showsItsSettingsAndADateAsTheSystemWritesIt() {
        var shop = world.shopConnector("Shop");

        open(Addresses.connector(shop.id().value()));

        assertThat(words())
                .contains("Shop", "Corner Shop", "Retail", "Live", "Europe/Berlin", "ISO 8601")
                .contains(shop.access()
                        .dateFormat()
                        .write(world.clock.instant(), shop.access().timeZone().id()));
    }

    @Test
    void saysThatNobodyHasCheckedItYet() {
        open(Addresses.connector(world.shopConnector("Shop").id().value()));

        assertThat(words()).contains("Not checked yet", "has not tried these credentials yet");
    }

    @Test
    void testsTheConnectionWhenAsked() {
        open(Addresses.connector(world.shopConnector("Shop").id().value()));

        press("Test connection");

        assertThat(words()).contains("Operational", "answered and accepted the credentials", "12 ms");
    }

    @Test
    void tellsWhichCredentialsAreSetAndNoSecret() {
        open(Addresses.connector(world.shopConnector("Shop").id().value()));

        assertThat(words())
                .contains("Shop name", "my-shop", "API key", "Saved; it is never shown again")
                .doesNotContain("sesame");
    }

    @Test
    void anUnknownConnectorIsNotFound() {
        open(Addresses.connector(Ids.next()));

        assertThat(words()).contains("There is nothing at this address");
    }

    @Test
    void anAddressWithoutAnIdIsNotFound() {
        open("connectors/no-id");

        assertThat(words()).contains("There is nothing at this address");
    }

    @Test
    void theConnectorOfAnotherCompanyIsNotFound() {
        var shop = world.shopConnector("Shop");
        world.viewer.actAs(new Viewer.SignedIn(world.stranger()));

        open(Addresses.connectorSettings(shop.id().value()));

        assertThat(words()).contains("There is nothing at this address").doesNotContain("Corner Shop");
    }
}
