package io.patchbay.setup.ui;

import static io.patchbay.setup.TestWorld.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.access.AccessSearch;
import io.patchbay.instance.Instance;
import io.patchbay.shared.Page;
import io.patchbay.system.Environment;
import io.patchbay.system.RateLimit;
import io.patchbay.ui.PageTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddingAnInstanceTests extends PageTest {

    @Test
    void leadsFromInstallingThroughTheSameStepsToTheInstance() {
        open("systems/corner-shop");
        press("Install");
        press("Add instance");
        assertThat(find(ComboBox.class).all()).isEmpty();
        field("Name", "Orders");
        environment(Environment.TEST);
        press("Next step");
        field("Requests at most", "1");
        press("Next step");
        press("Next step");
        field("Shop name", "my-shop");
        press("Create instance");
        browserHolds("sesame");

        var instance = instances().getFirst();
        assertThat(instance.name().value()).isEqualTo("Orders");
        assertThat(instance.rateLimit()).isEqualTo(new RateLimit(1, RateLimit.Unit.SECOND));
        assertThat(address()).isEqualTo("instances/" + instance.id().value());
    }

    @Test
    void startsWithTheSystemsUsualRateLimitAndRefusesAnImpossibleOne() {
        startWizard();
        field("Name", "Orders");
        environment(Environment.LIVE);
        press("Next step");
        assertThat(textField("Requests at most").getValue()).isEqualTo("2");

        field("Requests at most", "99999999999");
        press("Next step");

        assertThat(textField("Requests at most").getErrorMessage()).isEqualTo("Allow between 1 and 1,000,000 requests");
    }

    @Test
    void needsAnInstalledSystem() {
        open("instances/new/corner-shop");

        assertThat(page()).contains("Install Corner Shop first").contains("Marketplace");
        assertThat(world.draftSetup.unfinished()).isEmpty();
    }

    @Test
    void choosesTheOnlyEnvironmentThatThereIs() {
        done(world.installation.install("ledger"));

        open("instances/new/ledger");

        assertThat(findInView(RadioButtonGroup.class).single().getValue()).isEqualTo(Environment.LIVE);
        assertThat(page()).contains("Test (not offered by Ledger)");
    }

    private void startWizard() {
        done(world.installation.install("corner-shop"));
        open("instances/new/corner-shop");
    }

    private TextField textField(String label) {
        return find(TextField.class)
                .withPropertyValue(TextField::getLabel, label)
                .single();
    }

    private void field(String label, String value) {
        test(textField(label)).setValue(value);
    }

    @SuppressWarnings("unchecked")
    private void environment(Environment environment) {
        findInView(RadioButtonGroup.class).single().setValue(environment);
    }

    private List<Instance> instances() {
        return world.instances
                .page(world.acme.id(), AccessSearch.ANY, Page.Request.first(10))
                .items();
    }
}
