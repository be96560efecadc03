package io.patchbay.company.ui;

import static io.patchbay.setup.TestWorld.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.ui.PageTest;
import org.junit.jupiter.api.Test;

class RenamingTheCompanyTests extends PageTest {

    @Test
    void changesTheName() {
        open("company");
        rename("Acme Holding");

        assertThat(world.companyAdministration.company().name()).hasToString("Acme Holding");
    }

    @Test
    void canBeDoneTwiceInARow() {
        open("company");
        rename("Acme Holding");
        rename("Acme Group");

        assertThat(world.companyAdministration.company().name()).hasToString("Acme Group");
    }

    @Test
    void saysWhatIsWrongWithTheName() {
        open("company");
        rename(" ");

        assertThat(field().getErrorMessage()).isEqualTo("Enter a name of 1 to 80 characters");
    }

    @Test
    void tellsTheSecondOfTwoAndKeepsWhatTheyTyped() {
        open("company");
        done(world.companyAdministration.rename(world.acme.version(), "Ajax"));
        rename("Acme Holding");

        assertThat(page()).contains("Somebody else renamed it to “Ajax” meanwhile");
        assertThat(field().getValue()).isEqualTo("Acme Holding");
        assertThat(world.companyAdministration.company().name()).hasToString("Ajax");
        press("Save");

        assertThat(world.companyAdministration.company().name()).hasToString("Acme Holding");
    }

    private void rename(String name) {
        test(field()).setValue(name);
        press("Save");
    }

    private TextField field() {
        return find(TextField.class).withLabel("Company name").single();
    }
}
