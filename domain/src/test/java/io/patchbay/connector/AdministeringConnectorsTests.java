package io.patchbay.connector;

import static io.patchbay.setup.TestWorld.done;
import static io.patchbay.setup.TestWorld.given;
import static io.patchbay.shared.Refused.onlyRefusal;
import static io.patchbay.shared.Refused.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessId;
import io.patchbay.identity.Viewer;
import io.patchbay.setup.TestWorld;
import io.patchbay.shared.Name;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.StaleVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdministeringConnectorsTests {

    private final TestWorld world = new TestWorld();
    private final Connector shop = world.shopConnector("Shop");

    @Test
    void changesOnlyWhatIsNamed() {
        var changed = done(update(shop, "Renamed", null, "UNIX_SECONDS"));

        assertThat(changed.name()).isEqualTo(new Name("Renamed"));
        assertThat(changed.access().timeZone()).isEqualTo(shop.access().timeZone());
        assertThat(changed.access().dateFormat().toString()).isEqualTo("UNIX_SECONDS");
    }

    @Test
    void tellsTheSecondOfTwoEditorsWhatStandsThereNow() {
        var first = done(update(shop, "First", null, null));

        assertThat(onlyRefusal(update(shop, "Second", null, null))).isEqualTo(new StaleVersion(first));
    }

    @Test
    void namesEveryWrongSetting() {
        assertThat(refusals(update(shop, "", "Mars/Olympus", "hh")))
                .containsExactly(
                        "INVALID_NAME at name", "INVALID_TIME_ZONE at timeZone", "INVALID_DATE_FORMAT at dateFormat");
    }

    @Test
    void replacesTheWholeSetOfCredentialsAndDestroysTheOldSecrets() {
        var old = shop.access().credentials().secrets();

        var replaced = done(world.connectorAdministration.replaceCredentials(
                shop.id(), shop.version(), "api-key", List.of(given("shop", "other"), given("api_key", "new"))));

        assertThat(replaced.access().credentials().secrets()).doesNotContainAnyElementsOf(old);
        assertThat(world.secrets.size()).isEqualTo(1);
    }

    @Test
    void neverSendsAStoredSecretToAHostThatWasTypedLater() {
        var outcome = world.connectorAdministration.replaceCredentials(
                shop.id(), shop.version(), "api-key", List.of(given("shop", "evil")));

        assertThat(refusals(outcome)).containsExactly("CREDENTIAL_REQUIRED at credentials.api_key");
        assertThat(world.connectors.find(world.acme.id(), shop.id())).contains(shop);
    }

    @Test
    void removesTheSecretsToo() {
        done(world.connectorAdministration.remove(shop.id(), shop.version()));

        assertThat(world.connectors.find(world.acme.id(), shop.id())).isEmpty();
        assertThat(world.secrets.size()).isZero();
    }

    @Test
    void treatsAnotherCompanysConnectorAsUnknown() {
        world.viewer.actAs(new Viewer.SignedIn(world.stranger()));

        assertThat(refusals(update(shop, "Mine now", null, null)))
                .isEqualTo(refusals(world.connectorAdministration.remove(AccessId.next(), 1)))
                .containsExactly("NOT_FOUND at id");
    }

    @Test
    void keepsAGroupThatConnectorsBelongTo() {
        var outcome = world.companyGroupRemoval.remove(world.retail.id(), world.retail.version());

        assertThat(onlyRefusal(outcome)).isEqualTo(new CompanyGroupNotEmpty(List.of(shop)));
    }

    @Test
    void removesAnEmptyGroup() {
        done(world.connectorAdministration.remove(shop.id(), shop.version()));

        done(world.companyGroupRemoval.remove(world.retail.id(), world.retail.version()));

        assertThat(world.groups.find(world.acme.id(), world.retail.id())).isEmpty();
    }

    private Outcome<Connector> update(Connector connector, String name, String zone, String format) {
        return world.connectorAdministration.update(
                connector.id(), connector.version(), new ConnectorAdministration.Change(name, zone, format));
    }
}
