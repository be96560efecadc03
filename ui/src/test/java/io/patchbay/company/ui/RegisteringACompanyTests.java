package io.patchbay.company.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.identity.EmailAddress;
import io.patchbay.ui.PageTest;
import io.patchbay.ui.SecretField;
import org.junit.jupiter.api.Test;

class RegisteringACompanyTests extends PageTest {

    private static final String PASSWORD = "correct horse battery";

    @Test
    void makesTheCompanyAndLeadsToTheLogin() {
        fill("Globex", "Hank", "hank@globex.example");
        press("Register");
        browserHolds(PASSWORD, PASSWORD, "");

        var hank = world.persons.withEmail(new EmailAddress("hank@globex.example"));
        assertThat(hank).isPresent();
        assertThat(world.companies.find(hank.get().companyId()).orElseThrow().name())
                .hasToString("Globex");
        assertThat(address()).isEqualTo("login");
        assertThat(page()).contains("Your company is registered");
    }

    @Test
    void saysThatTheTwoPasswordsDiffer() {
        fill("Globex", "Hank", "hank@globex.example");
        press("Register");
        browserHolds(PASSWORD, "correct horse", "");

        assertThat(find(SecretField.class).withLabel("Password again").single().isInvalid())
                .isTrue();
        assertThat(world.persons.withEmail(new EmailAddress("hank@globex.example")))
                .isEmpty();
    }

    @Test
    void namesEveryProblemAtItsField() {
        fill(" ", "Hank", "nonsense");
        press("Register");
        browserHolds("short", "short", "");

        assertThat(find(TextField.class).withLabel("Company").single().getErrorMessage())
                .isEqualTo("Enter a name of 1 to 80 characters");
        assertThat(find(TextField.class).withLabel("Your name").single().isInvalid())
                .isFalse();
        assertThat(find(EmailField.class).single().getErrorMessage())
                .isEqualTo("Enter an e-mail address such as anna@example.com");
        assertThat(find(SecretField.class).withLabel("Password").single().getErrorMessage())
                .isEqualTo("Use 12 to 256 characters");
    }

    @Test
    void canBeTriedAgainAfterARefusal() {
        fill("Globex", "Hank", "anna@acme.example");
        press("Register");
        browserHolds(PASSWORD, PASSWORD, "");
        test(find(EmailField.class).single()).setValue("hank@globex.example");
        press("Register");
        browserHolds(PASSWORD, PASSWORD, "");

        assertThat(world.persons.withEmail(new EmailAddress("hank@globex.example")))
                .isPresent();
    }

    @Test
    void asksForNoSetUpCodeWherePatchbayIsSetUp() {
        open("register");

        assertThat(find(SecretField.class).withLabel("Set-up code").exists()).isFalse();
    }

    private void fill(String company, String name, String email) {
        open("register");
        test(find(TextField.class).withLabel("Company").single()).setValue(company);
        test(find(TextField.class).withLabel("Your name").single()).setValue(name);
        test(find(EmailField.class).single()).setValue(email);
    }
}
