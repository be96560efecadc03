package io.patchbay.identity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.identity.ApiAccess;
import io.patchbay.shared.Name;
import io.patchbay.shared.Outcome;
import io.patchbay.ui.Moments;
import io.patchbay.ui.Refusals;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** Asks for what a new API token is called and how long it is to live. */
final class TokenDialog extends Composite<Dialog> {

    private final ApiAccess access;
    private final Clock clock;
    private final Consumer<ApiAccess.Issued> made;
    private final Refusals refusals = new Refusals();
    private final TextField name = new TextField(getTranslation("identity.token.name"));
    private final Select<Expiry> expiry = new Select<>();
    private final DatePicker lastDay = new DatePicker(getTranslation("identity.token.last-day"));

    TokenDialog(ApiAccess access, Clock clock, Consumer<ApiAccess.Issued> made) {
        this.access = access;
        this.clock = clock;
        this.made = made;
        prepareFields();
        refusals.at("name", name).at("expiresAt", lastDay);
        var fields = new Div(refusals, name, expiry, lastDay);
        fields.addClassName("pb-form");
        var make = new Button(getTranslation("identity.token.make"), click -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.addClickShortcut(Key.ENTER).listenOn(name).resetFocusOnActiveElement();
        getContent().setHeaderTitle(getTranslation("identity.token.make"));
        getContent().setWidth("28rem");
        getContent().add(fields);
        getContent()
                .getFooter()
                .add(
                        new Button(
                                getTranslation("common.cancel"),
                                click -> getContent().close()),
                        make);
    }

    void open() {
        getContent().open();
        name.focus();
    }

    private void prepareFields() {
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(Name.MAX_LENGTH);
        name.setHelperText(getTranslation("identity.token.name.help"));
        expiry.setLabel(getTranslation("identity.token.expiry"));
        expiry.setItems(Expiry.values());
        expiry.setItemLabelGenerator(choice -> getTranslation("identity.token.expiry." + choice.name()));
        expiry.setValue(Expiry.QUARTER);
        expiry.addValueChangeListener(change -> lastDay.setVisible(change.getValue() == Expiry.DATE));
        lastDay.setRequiredIndicatorVisible(true);
        lastDay.setLocale(getLocale());
        lastDay.setMin(LocalDate.ofInstant(clock.instant(), Moments.zone()));
        lastDay.setVisible(false);
    }

    private void make() {
        // Without a day the token would live for ever, which nobody chose.
        if (expiry.getValue() == Expiry.DATE && lastDay.isEmpty()) {
            lastDay.setErrorMessage(getTranslation("identity.token.last-day.required"));
            lastDay.setInvalid(true);
            lastDay.focus();
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var expiresAt = expiry.getValue().after(now, lastDay.getValue(), Moments.zone());
        switch (access.create(name.getValue(), expiresAt)) {
            case Outcome.Refused<ApiAccess.Issued> refused -> refusals.show(refused);
            case Outcome.Done<ApiAccess.Issued>(var issued) -> {
                getContent().close();
                made.accept(issued);
            }
        }
    }
}
