package io.patchbay.company.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.identity.EmailAddress;
import io.patchbay.ui.PageTest;
import io.patchbay.ui.SecretField;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import(EmptyPatchbay.class)
class SettingPatchbayUpTests extends PageTest {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    private SettableVisitor visitor;

    @Test
    void startsAtTheLoginPageToo() {
        open("login");

        assertThat(address()).isEqualTo("register");
        assertThat(page()).contains("Set up Patchbay");
    }

    @Test
    void asksForNoCodeAtTheMachine() {
        fill();
        press("Register");
        browserHolds(PASSWORD, PASSWORD, "");

        assertThat(find(SecretField.class).withLabel("Set-up code").exists()).isFalse();
        assertThat(registered()).isTrue();
    }

    @Test
    void asksForTheCodeFromAfarAndSaysWhereItIs() {
        visitor.goAway();
        fill();

        assertThat(page()).contains("the file setup-code");
        press("Register");
        browserHolds(PASSWORD, PASSWORD, EmptyPatchbay.SETUP_CODE);

        assertThat(registered()).isTrue();
    }

    @Test
    void refusesAWrongCode() {
        visitor.goAway();
        fill();
        press("Register");
        browserHolds(PASSWORD, PASSWORD, "guessed");

        assertThat(registered()).isFalse();
        assertThat(find(SecretField.class).withLabel("Set-up code").single().getErrorMessage())
                .startsWith("Enter the set-up code");
    }

    @Test
    void refusesAMissingCode() {
        visitor.goAway();
        fill();
        press("Register");
        browserHolds(PASSWORD, PASSWORD, "");

        assertThat(registered()).isFalse();
    }

    @Test
    void asksWhoeverTriesTooOftenFromElsewhereToWait() {
        visitor.goAway();
        visitor.tryTooOften();
        fill();
        press("Register");
        browserHolds(PASSWORD, PASSWORD, "a set-up code");

        assertThat(registered()).isFalse();
        assertThat(page()).contains("Too many attempts from this address");
    }

    @Test
    void closesRegistrationAfterTheFirst() {
        fill();
        press("Register");
        browserHolds(PASSWORD, PASSWORD, "");

        open("register");

        assertThat(page()).contains("Registration is closed").doesNotContain("Your name");
    }

    private void fill() {
        open("register");
        test(find(TextField.class).withLabel("Company").single()).setValue("Globex");
        test(find(TextField.class).withLabel("Your name").single()).setValue("Hank");
        test(find(EmailField.class).single()).setValue("hank@globex.example");
    }

    private boolean registered() {
        return world.persons.withEmail(new EmailAddress("hank@globex.example")).isPresent();
    }
}
