package io.patchbay.identity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.login.LoginForm;
import io.patchbay.ui.PageTest;
import org.junit.jupiter.api.Test;

class LoggingInTests extends PageTest {

    @Test
    void postsStraightToTheServerSoThatThePasswordNeverEntersThePage() {
        open("login");

        assertThat(form().getAction()).isEqualTo("login");
        assertThat(form().isError()).isFalse();
    }

    @Test
    void saysThatTheAttemptFailed() {
        open("login?error");

        assertThat(form().isError()).isTrue();
        assertThat(form().getElement().getProperty("i18n")).contains("do not belong together");
    }

    @Test
    void saysThatThereWereTooManyAttempts() {
        open("login?slow");

        assertThat(form().isError()).isTrue();
        assertThat(form().getElement().getProperty("i18n")).contains("Too many attempts");
    }

    @Test
    void offersRegistrationWhereItIsOpen() {
        open("login");

        assertThat(find(Anchor.class).withText("Register a company").single().getHref())
                .isEqualTo("register");
    }

    private LoginForm form() {
        return find(LoginForm.class).single();
    }
}
