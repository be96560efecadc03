package io.patchbay.identity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.FrontDoor;

/**
 * Where people log in with e-mail address and password. The form posts straight to Spring Security, so the password never
 * enters the page's session. After a failed attempt the address carries {@code ?error}, after too many {@code ?slow}.
 */
@Route(value = Addresses.LOGIN, autoLayout = false)
@AnonymousAllowed
public final class LoginView extends Composite<FrontDoor> implements BeforeEnterObserver, HasDynamicTitle {

    private final Newcomers newcomers;
    private final LoginForm form = new LoginForm();
    private final Paragraph welcome = new Paragraph();
    private final Paragraph register = new Paragraph();

    /** Made by the router. */
    public LoginView(Newcomers newcomers) {
        this.newcomers = newcomers;
        welcome.addClassName("pb-note");
        welcome.getElement().setAttribute("role", "status");
        welcome.setVisible(false);
        form.setAction(Addresses.LOGIN);
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(texts("wrong"));
        form.getElement().setProperty("headingLevel", 1);
        register.add(
                new Text(getTranslation("identity.login.no-account") + " "),
                new Anchor(Addresses.REGISTER, getTranslation("identity.login.register")));
        getContent().show(welcome, form, register);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (newcomers.setUpPatchbay()) {
            event.forwardTo(Addresses.REGISTER);
            return;
        }
        register.setVisible(newcomers.welcome());
        var parameters = event.getLocation().getQueryParameters().getParameters();
        var slow = parameters.containsKey("slow");
        form.setI18n(texts(slow ? "slow" : "wrong"));
        form.setError(slow || parameters.containsKey("error"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("common.title", getTranslation("identity.login.page-title"));
    }

    /** Greets somebody who has just registered; only the password is left to type. */
    public void greet(String email) {
        welcome.setText(getTranslation("identity.login.registered"));
        welcome.setVisible(true);
        // The form would move the focus to the address otherwise, after it was moved to the password.
        form.getElement().setProperty("noAutofocus", true);
        form.getElement().executeJs("""
                        this.updateComplete?.then(() => {
                          this.querySelector('[name=username]').value = $0;
                          this.querySelector('[name=password]').focus();
                        })""", email);
    }

    private LoginI18n texts(String failure) {
        var texts = LoginI18n.createDefault();
        var fields = texts.getForm();
        fields.setTitle(getTranslation("identity.login.title"));
        fields.setUsername(getTranslation("identity.login.email"));
        fields.setPassword(getTranslation("identity.login.password"));
        fields.setSubmit(getTranslation("identity.login.submit"));
        var errors = texts.getErrorMessage();
        errors.setTitle(getTranslation("identity.login." + failure + ".title"));
        errors.setMessage(getTranslation("identity.login." + failure + ".message"));
        errors.setUsername(getTranslation("identity.login.email.required"));
        errors.setPassword(getTranslation("identity.login.password.required"));
        return texts;
    }
}
