package io.patchbay.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Locale;

/** What a person may set for themselves, and the way out. */
class UserMenu extends Composite<Div> {

    private static final long serialVersionUID = 1;

    // Posted, because a link that logs out could be planted on any page. Spring's token travels along where there is
    // one.
    private static final String LOG_OUT = """
            const form = document.createElement('form');
            form.method = 'post';
            form.action = new URL($0, document.baseURI).href;
            const token = document.querySelector('meta[name=_csrf]');
            if (token) {
              const field = document.createElement('input');
              field.type = 'hidden';
              field.name = document.querySelector('meta[name=_csrf_parameter]')?.content ?? '_csrf';
              field.value = token.content;
              form.append(field);
            }
            document.body.append(form);
            form.submit();
            """;

    UserMenu(Account account) {
        var avatar = new Avatar(account.name());
        avatar.getElement().setAttribute("aria-hidden", "true");
        var user = new Button(account.name(), avatar);
        user.addClassName("pb-user");
        user.addThemeVariants(ButtonVariant.TERTIARY);
        user.setAriaLabel(getTranslation("common.user.menu", account.name()));
        var logOut = new Button(
                getTranslation("common.user.log-out"),
                VaadinIcon.SIGN_OUT.create(),
                click -> UI.getCurrent().getPage().executeJs(LOG_OUT, Addresses.LOGOUT));
        var settings = new Div(languages(), colours(), logOut);
        settings.addClassName("pb-user-settings");
        var popover = new Popover(settings);
        popover.setTarget(user);
        popover.setPosition(PopoverPosition.TOP_START);
        popover.setAutofocus(true);
        popover.setAriaLabel(getTranslation("common.user.menu", account.name()));
        getContent().add(user, popover);
    }

    private RadioButtonGroup<Locale> languages() {
        var languages = new RadioButtonGroup<Locale>(getTranslation("common.user.language"));
        var provided = new Translations().getProvidedLocales();
        languages.setItems(provided);
        languages.setItemLabelGenerator(language -> language.getDisplayLanguage(language));
        provided.stream()
                .filter(language -> language.getLanguage().equals(getLocale().getLanguage()))
                .findFirst()
                .ifPresent(languages::setValue);
        languages.addValueChangeListener(change -> Preferences.choose(UI.getCurrent(), change.getValue()));
        return languages;
    }

    private RadioButtonGroup<ColorScheme.Value> colours() {
        var colours = new RadioButtonGroup<ColorScheme.Value>(getTranslation("common.user.colours"));
        colours.setItems(ColorScheme.Value.LIGHT_DARK, ColorScheme.Value.LIGHT, ColorScheme.Value.DARK);
        colours.setItemLabelGenerator(this::label);
        colours.setValue(Preferences.colours(UI.getCurrent()));
        colours.addValueChangeListener(change -> Preferences.choose(UI.getCurrent(), change.getValue()));
        return colours;
    }

    private String label(ColorScheme.Value colours) {
        return switch (colours) {
            case LIGHT -> getTranslation("common.user.colours.light");
            case DARK -> getTranslation("common.user.colours.dark");
            case LIGHT_DARK, DARK_LIGHT, NORMAL, SYSTEM -> getTranslation("common.user.colours.system");
        };
    }
}
