package io.patchbay.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/**
 * The pages' texts. The first segment of a key names its file: {@code setup.general.title} stands in
 * {@code i18n/setup.properties}. Sentences are {@link MessageFormat} patterns, so apostrophes are doubled.
 */
@Component
public final class Translations implements I18NProvider {

    private static final long serialVersionUID = 1;

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    // Without this the machine's own language would stand in for a missing one.
    private static final ResourceBundle.Control ENGLISH_LAST =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The languages that pages can be read in; the first one is for all who read neither. */
    @Override
    public List<Locale> getProvidedLocales() {
        return LANGUAGES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        try {
            return new MessageFormat(bundle(key, locale).getString(key), locale).format(arguments);
        } catch (MissingResourceException missing) {
            return "!" + key;
        }
    }

    private static ResourceBundle bundle(String key, Locale locale) {
        var feature = key.substring(0, Math.max(key.indexOf('.'), 0));
        return ResourceBundle.getBundle("i18n." + feature, locale, Translations.class.getClassLoader(), ENGLISH_LAST);
    }
}
