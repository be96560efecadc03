package io.patchbay.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.page.ColorScheme;
import java.util.Locale;

/** What a person may set for themselves, and the way out. */
class UserMenu extends Composite<MenuBar> {

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
        var menu = getContent();
        menu.addClassName("pb-user");
        menu.addThemeVariants(MenuBarVariant.TERTIARY);
        var avatar = new Avatar(account.name());
        avatar.getElement().setAttribute("aria-hidden", "true");
        var user = menu.addItem(new Div(avatar, new Span(account.name())));
        user.setAriaLabel(getTranslation("common.user.menu", account.name()));
        languages(user.getSubMenu().addItem(getTranslation("common.user.language")));
        colours(user.getSubMenu().addItem(getTranslation("common.user.colours")));
        user.getSubMenu()
                .addItem(
                        getTranslation("common.user.log-out"),
                        click -> UI.getCurrent().getPage().executeJs(LOG_OUT, Addresses.LOGOUT));
    }

    private void languages(MenuItem parent) {
        for (var language : new Translations().getProvidedLocales()) {
            choice(
                    parent,
                    language.getDisplayLanguage(language),
                    current(language),
                    () -> Preferences.choose(UI.getCurrent(), language));
        }
    }

    private void colours(MenuItem parent) {
        choice(parent, ColorScheme.Value.LIGHT_DARK, "common.user.colours.system");
        choice(parent, ColorScheme.Value.LIGHT, "common.user.colours.light");
        choice(parent, ColorScheme.Value.DARK, "common.user.colours.dark");
    }

    private void choice(MenuItem parent, ColorScheme.Value colours, String key) {
        choice(parent, getTranslation(key), Preferences.colours(UI.getCurrent()) == colours, () -> {
            parent.getSubMenu().getItems().forEach(item -> item.setChecked(false));
            parent.getSubMenu().getItems().stream()
                    .filter(item -> item.getText().equals(getTranslation(key)))
                    .forEach(item -> item.setChecked(true));
            Preferences.choose(UI.getCurrent(), colours);
        });
    }

    private static void choice(MenuItem parent, String label, boolean checked, Runnable chosen) {
        var item = parent.getSubMenu().addItem(label, click -> chosen.run());
        item.setCheckable(true);
        item.setChecked(checked);
    }

    private boolean current(Locale language) {
        return getLocale().getLanguage().equals(language.getLanguage());
    }
}
