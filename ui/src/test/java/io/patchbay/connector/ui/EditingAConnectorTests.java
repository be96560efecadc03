package io.patchbay.connector.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.connector.Connector;
import io.patchbay.connector.ConnectorAdministration.Change;
import io.patchbay.setup.TestWorld;
import io.patchbay.ui.AccessPageTest;
import io.patchbay.ui.Addresses;
import org.junit.jupiter.api.Test;

class EditingAConnectorTests extends AccessPageTest {

    private Connector shop;

    @Test
    void savesAnotherName() {
        openSettings();

        type("Name", "Shop of Berlin");
        press("Save settings");

        assertThat(stored().name().value()).isEqualTo("Shop of Berlin");
        assertThat(words()).contains("The settings are saved");
    }

    @Test
    void saysAtTheFieldWhatIsWrongWithAName() {
        openSettings();

        type("Name", "  ");
        press("Save settings");

        assertThat(field("Name").isInvalid()).isTrue();
        assertThat(field("Name").getErrorMessage()).contains("Enter a name");
        assertThat(stored().name().value()).isEqualTo("Shop");
    }

    @Test
    void showsWhatIsFixedForLife() {
        openSettings();

        assertThat(words()).contains("Fixed after creation", "Corner Shop", "Live", "Retail");
    }

    @Test
    void tellsTheSecondEditorWhatTheFirstChanged() {
        openSettings();
        somebodyElseChanges("Shop of Anna", null);

        type("Name", "Shop of Bert");
        press("Save settings");

        assertThat(words()).contains("Somebody else changed this", "Now: Shop of Anna", "Yours: Shop of Bert");
        assertThat(field("Name").getValue()).isEqualTo("Shop of Bert");
        assertThat(stored().name().value()).isEqualTo("Shop of Anna");
    }

    @Test
    void theSecondEditorGoesOnWithTheirsOnTopOfTheNewerVersion() {
        openSettings();
        somebodyElseChanges(null, "Asia/Tokyo");

        type("Name", "Shop of Bert");
        press("Save settings");
        press("Go on with mine");
        press("Save settings");

        assertThat(stored().name().value()).isEqualTo("Shop of Bert");
        assertThat(stored().access().timeZone()).hasToString("Asia/Tokyo");
        assertThat(words()).doesNotContain("Somebody else changed this");
    }

    @Test
    void theSecondEditorMayLoadTheCurrentValuesInstead() {
        openSettings();
        somebodyElseChanges("Shop of Anna", null);

        type("Name", "Shop of Bert");
        press("Save settings");
        press("Load the current values");

        assertThat(field("Name").getValue()).isEqualTo("Shop of Anna");
    }

    @Test
    void aRemovedConnectorIsSaidToBeGone() {
        openSettings();
        TestWorld.done(world.connectorAdministration.remove(shop.id(), shop.version()));

        type("Name", "Shop of Bert");
        press("Save settings");

        assertThat(words()).contains("There is no such connector");
        assertThat(field("Name").getValue()).isEqualTo("Shop of Bert");
    }

    private void openSettings() {
        shop = world.shopConnector("Shop");
        open(Addresses.connectorSettings(shop.id().value()));
    }

    private void somebodyElseChanges(String name, String timeZone) {
        TestWorld.done(
                world.connectorAdministration.update(shop.id(), shop.version(), new Change(name, timeZone, null)));
    }

    private Connector stored() {
        return world.connectors.find(shop.access().companyId(), shop.id()).orElseThrow();
    }
}
