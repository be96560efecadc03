package io.patchbay.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** Around the pages of those who are not logged in: Patchbay's name, one panel, and the choice of a language. */
public final class FrontDoor extends Composite<Main> {

    private static final long serialVersionUID = 1;

    private final Div panel = new Div();

    public FrontDoor(Component... contents) {
        var brand = new Div(new Mark(), new Span("Patchbay"));
        brand.addClassName("pb-brand");
        panel.addClassName("pb-panel");
        panel.add(contents);
        getContent().addClassName("pb-front-door");
        getContent().add(brand, panel, languages());
    }

    /** Puts something else into the panel. */
    public void show(Component... contents) {
        panel.removeAll();
        panel.add(contents);
    }

    private Component languages() {
        var languages = new Footer();
        new Translations().getProvidedLocales().forEach(language -> languages.add(choice(language)));
        return languages;
    }

    private Button choice(Locale language) {
        var button = new Button(
                language.getDisplayLanguage(language), click -> Preferences.choose(UI.getCurrent(), language));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.getElement().setAttribute("lang", language.getLanguage());
        if (language.getLanguage().equals(getLocale().getLanguage())) {
            button.getElement().setAttribute("aria-current", "true");
        }
        return button;
    }
}
