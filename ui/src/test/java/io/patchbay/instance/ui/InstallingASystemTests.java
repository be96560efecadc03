package io.patchbay.instance.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import io.patchbay.setup.TestWorld;
import io.patchbay.system.SystemCategory;
import io.patchbay.system.TestSystems;
import io.patchbay.ui.AccessPageTest;
import io.patchbay.ui.Addresses;
import org.junit.jupiter.api.Test;

class InstallingASystemTests extends AccessPageTest {

    @Test
    void installsAndUninstalls() {
        open(Addresses.MARKETPLACE);

        pressNamed("Install Corner Shop");
        assertThat(world.installed.all(world.acme.id())).containsExactly(TestSystems.SHOP.id());
        assertThat(links()).contains(Addresses.newInstance("corner-shop"));

        pressNamed("Uninstall Corner Shop");
        assertThat(world.installed.all(world.acme.id())).isEmpty();
    }

    @Test
    void namesTheInstancesThatKeepASystemInstalled() {
        TestWorld.done(world.installation.install("corner-shop"));
        var orders = Orders.instance(world);
        open(Addresses.MARKETPLACE);

        pressNamed("Uninstall Corner Shop");

        assertThat(words()).contains("These instances are made of the system: Orders");
        assertThat(links()).contains(Addresses.instance(orders.id().value()));
        assertThat(world.installed.all(world.acme.id())).isNotEmpty();
    }

    @Test
    void everyTileLeadsToItsSystem() {
        open(Addresses.MARKETPLACE);

        assertThat(links()).contains(Addresses.system("corner-shop"), Addresses.system("ledger"));
    }

    @Test
    void filtersStandInTheAddress() {
        open(Addresses.MARKETPLACE);

        test(category()).selectItem("Accounting");
        assertThat(words()).contains("Counts beans.").doesNotContain("Sells things");
        assertThat(wholeAddress()).isEqualTo("marketplace?category=accounting");

        test(find(Checkbox.class).single()).click();
        assertThat(words()).contains("No system fits");

        open("marketplace?search=beans");
        assertThat(words()).contains("Counts beans.").doesNotContain("Sells things");
    }

    @SuppressWarnings("unchecked")
    private Select<SystemCategory> category() {
        return find(Select.class).single();
    }

    private void pressNamed(String ariaLabel) {
        test(find(Button.class).withAriaLabel(ariaLabel).single()).click();
    }
}
