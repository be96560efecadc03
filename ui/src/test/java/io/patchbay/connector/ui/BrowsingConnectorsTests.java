package io.patchbay.connector.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.access.ui.PagedTiles;
import io.patchbay.setup.SetupKind;
import io.patchbay.setup.TestWorld;
import io.patchbay.system.Environment;
import io.patchbay.ui.AccessPageTest;
import io.patchbay.ui.Addresses;
import org.junit.jupiter.api.Test;

class BrowsingConnectorsTests extends AccessPageTest {

    @Test
    void anEmptyListSaysWhatToDoNext() {
        open(Addresses.CONNECTORS);

        assertThat(words()).contains("There are no live connectors yet. Add the first one", "Add connector");
        assertThat(links()).contains(Addresses.NEW_CONNECTOR);
    }

    @Test
    void liveAndTestConnectorsStandInTabsWithAddressesOfTheirOwn() {
        world.shopConnector("Shop of Berlin");
        TestWorld.done(world.connectorSetup.create(TestWorld.shopWish("Sandbox", Environment.TEST, null)));

        open(Addresses.CONNECTORS);
        assertThat(words()).contains("Shop of Berlin", "Corner Shop · Retail").doesNotContain("Sandbox");

        test(find(Tabs.class).single()).select("Testing");
        assertThat(words()).contains("Sandbox").doesNotContain("Shop of Berlin");
        assertThat(wholeAddress()).isEqualTo("connectors?tab=testing");
    }

    @Test
    void findsPartOfAName() {
        world.shopConnector("Shop of Berlin");
        open(Addresses.CONNECTORS);

        search("tokyo");
        assertThat(words()).contains("No connector here has “tokyo”").doesNotContain("Shop of Berlin");

        search("BERL");
        assertThat(words()).contains("Shop of Berlin");
        assertThat(wholeAddress()).isEqualTo("connectors?search=BERL");
    }

    @Test
    void showsMoreWhereThereAreMore() {
        for (var number = 0; number <= PagedTiles.AT_ONCE; number++) {
            var country = TestWorld.done(world.companyAdministration.createGroup("Country " + number));
            TestWorld.done(world.connectorSetup.create(
                    TestWorld.shopWish("Shop " + number + ".", Environment.LIVE, country.id())));
        }
        open(Addresses.CONNECTORS);
        assertThat(words()).contains("Shop 24.").doesNotContain("Shop 0.");

        press("Show more");

        assertThat(words()).contains("Shop 24.", "Shop 0.");
    }

    @Test
    void offersUnfinishedWizardsAgain() {
        var draft = TestWorld.done(world.draftSetup.start(SetupKind.CONNECTOR, "ledger"));

        open(Addresses.CONNECTORS);

        assertThat(words()).contains("Unfinished", "Ledger");
        assertThat(links()).contains(Addresses.setup(draft.id().value()) + "/general");
    }

    private void search(String text) {
        test(find(TextField.class).single()).setValue(text);
    }
}
