package io.patchbay.connector.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.identity.Viewer;
import io.patchbay.limit.VendorWord;
import io.patchbay.setup.TestWorld;
import io.patchbay.shared.Ids;
import io.patchbay.shared.Secret;
import io.patchbay.system.Environment;
import io.patchbay.system.TestSystems;
import io.patchbay.token.IssuedTokens;
import io.patchbay.ui.AccessPageTest;
import io.patchbay.ui.Addresses;
import java.time.Duration;
import java.util.List;
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
    void aSecretWhoseKeyIsGoneIsToldOnThePageInTheListAndAmongWhatNeedsAttention() {
        var shop = world.shopConnector("Shop");
        world.secrets.loseKeys();
        open(Addresses.connector(shop.id().value()));

        press("Test connection");
        assertThat(words())
                .contains("Needs to be connected again", "A secret cannot be decrypted with the keys at hand")
                .doesNotContain("sesame");

        open(Addresses.CONNECTORS);
        assertThat(words()).contains("Shop", "Needs to be connected again");

        open(Addresses.ATTENTION);
        assertThat(words()).contains("Shop", "A secret cannot be decrypted", "Replace credentials");
        assertThat(links()).contains(Addresses.connectorSettings(shop.id().value()));
    }

    @Test
    void tellsWhichCredentialsAreSetAndNoSecret() {
        open(Addresses.connector(world.shopConnector("Shop").id().value()));

        assertThat(words())
                .contains("Shop name", "my-shop", "API key", "Saved; it is never shown again")
                .doesNotContain("sesame");
    }

    @Test
    void tellsUntilWhenACredentialIsGood() {
        var shop = TestWorld.done(world.connectorSetup.create(TestWorld.shopWish("Shop", Environment.TEST, null)));
        var address = Addresses.connector(shop.id().value());

        open(address);
        assertThat(words()).contains("Ends Dec 22, 2026, 12:00", "UTC at the latest");

        world.clock.goOn(Duration.ofDays(31));
        open("help/concepts");
        open(address);
        assertThat(words()).contains("Has ended by now", "until Dec 22, 2026, 12:00");
    }

    @Test
    void tellsForWhomAndUntilWhenTheSystemGrantedAndNoToken() {
        var shop = world.shopConnector("Shop");
        var now = world.clock.instant();
        world.tokenStore.keepFirst(
                shop.access().companyId(),
                shop.access().credentials().id(),
                new IssuedTokens(
                        new Secret("recognisable-access"),
                        new Secret("recognisable-refresh"),
                        "anna@corner.example",
                        List.of("orders", "products"),
                        now,
                        now.plusSeconds(3600),
                        null,
                        null));

        open(Addresses.connector(shop.id().value()));

        assertThat(words())
                .contains("Granted by the system", "anna@corner.example", "orders, products", "Valid until")
                .doesNotContain("recognisable");
    }

    @Test
    void tellsHowOftenTheSystemIsAskedAndUntilWhenItAskedToBeLeftAlone() {
        var shop = world.shopConnector("Shop");
        open(Addresses.connector(shop.id().value()));
        assertThat(words())
                .contains("Rate limit", "2 per second", "What the system usually takes")
                .doesNotContain("left alone");

        world.limits
                .of(shop.access().companyId(), TestSystems.SHOP, shop.access().credentials())
                .told(new VendorWord(Duration.ofHours(20), List.of()), Duration.ZERO);

        open(Addresses.connector(shop.id().value()));
        assertThat(words()).contains("The system asked to be left alone until");
        press("Test connection");
        assertThat(words()).contains("The system asks to be left alone: try again in");
    }

    @Test
    void saysNothingOfAGrantWhereThereIsNone() {
        open(Addresses.connector(world.shopConnector("Shop").id().value()));

        assertThat(words()).doesNotContain("Granted by the system");
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
