package io.patchbay.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A reader's language and colours. They live in the browser's cookies, so they hold before login and after logout too. */
@Component
class Preferences implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1;

    private static final String LANGUAGE = "patchbay-language";
    private static final String COLOURS = "patchbay-colours";

    private final Translations translations;

    Preferences(Translations translations) {
        this.translations = translations;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> apply(init.getUI()));
        event.addIndexHtmlRequestListener(response -> {
            var colours = colours(response.getVaadinRequest());
            // Set before the first paint, so that a dark page does not flash up in white.
            response.getDocument().getElementsByTag("html").attr("style", "color-scheme: " + colours.getValue());
            response.getDocument()
                    .getElementsByTag("html")
                    .attr("lang", locale(response.getVaadinRequest()).getLanguage());
        });
    }

    /** The colours of this page. */
    static ColorScheme.Value colours(UI ui) {
        return ui.getPage().getColorScheme() == ColorScheme.Value.NORMAL
                ? ColorScheme.Value.LIGHT_DARK
                : ui.getPage().getColorScheme();
    }

    /** Shows this and all later pages in other colours. */
    static void choose(UI ui, ColorScheme.Value colours) {
        ui.getPage().setColorScheme(colours);
        remember(ui, COLOURS, colours.name());
    }

    /** Shows this and all later pages in another language; the page is loaded anew for it. */
    static void choose(UI ui, Locale language) {
        ui.getSession().setLocale(language);
        remember(ui, LANGUAGE, language.getLanguage());
        ui.getPage().reload();
    }

    private void apply(UI ui) {
        var request = VaadinRequest.getCurrent();
        if (request != null) {
            ui.setLocale(locale(request));
            ui.getPage().setColorScheme(colours(request));
        }
    }

    private Locale locale(VaadinRequest request) {
        return ReaderLocale.of(
                translations.getProvidedLocales(),
                cookie(request, LANGUAGE).map(Locale::forLanguageTag),
                request.getLocales() == null ? List.of() : Collections.list(request.getLocales()));
    }

    private static ColorScheme.Value colours(VaadinRequest request) {
        return Stream.of(ColorScheme.Value.LIGHT, ColorScheme.Value.DARK)
                .filter(value -> cookie(request, COLOURS).equals(Optional.of(value.name())))
                .findFirst()
                .orElse(ColorScheme.Value.LIGHT_DARK);
    }

    private static Optional<String> cookie(VaadinRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static void remember(UI ui, String name, String value) {
        ui.getPage()
                .executeJs(
                        "document.cookie = $0 + '=' + $1 + ';path=/;max-age=31536000;samesite=lax'"
                                + " + (location.protocol === 'https:' ? ';secure' : '')",
                        name,
                        value);
    }
}
