package io.patchbay.company.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.patchbay.company.Registration;
import io.patchbay.identity.ui.LoginView;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.FrontDoor;

/** Where a visitor registers a company, or sets Patchbay up where there is none. */
@Route(value = Addresses.REGISTER, autoLayout = false)
@AnonymousAllowed
final class RegisterView extends Composite<FrontDoor> implements BeforeEnterObserver, HasDynamicTitle {

    private final Registration registration;
    private final Visitor visitor;

    RegisterView(Registration registration, Visitor visitor) {
        this.registration = registration;
        this.visitor = visitor;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        switch (registration.state()) {
            case FIRST -> getContent().show(words("first"), form(!visitor.sitsAtTheMachine()));
            case OPEN -> getContent().show(words("open"), form(false), login());
            case CLOSED -> getContent().show(words("closed"), login());
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("common.title", getTranslation("company.register.page-title"));
    }

    private Component words(String state) {
        return new Div(
                new H1(getTranslation("company.register." + state + ".title")),
                new Paragraph(getTranslation("company.register." + state + ".text")));
    }

    private Component form(boolean asksForSetupCode) {
        return new RegisterForm(registration, visitor, asksForSetupCode, this::goToLogin);
    }

    private Component login() {
        return new Paragraph(new Anchor(Addresses.LOGIN, getTranslation("company.register.log-in")));
    }

    private void goToLogin(String email) {
        getUI().flatMap(ui -> ui.navigate(LoginView.class)).ifPresent(view -> view.greet(email));
    }
}
