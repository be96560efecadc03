package io.patchbay.access.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import io.patchbay.credential.CredentialEnd;
import io.patchbay.system.CredentialField;
import io.patchbay.system.Environment;
import io.patchbay.ui.Moments;
import java.time.Instant;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Until when credentials are good, in words.
 *
 * @param environment where they are used
 * @param now when this is said
 */
public record Endings(Environment environment, Instant now) {

    /** Of a value that is set. */
    String words(CredentialEnd end) {
        var over = !end.at().isAfter(now);
        return text(
                "access.credential." + (over ? "ended" : "ends") + (end.exact() ? "" : ".at-most"),
                Moments.written(end.at(), UI.getCurrent().getLocale()));
    }

    /** Of a value that is yet to be typed; empty where nobody knows. */
    Optional<String> ahead(CredentialField field) {
        return Optional.ofNullable(field.lifetimes().get(environment))
                .map(lifetime -> text("access.credential.lives", length(lifetime)));
    }

    private static String length(Period period) {
        return Stream.of(
                        Map.entry("years", period.getYears()),
                        Map.entry("months", period.getMonths()),
                        Map.entry("days", period.getDays()))
                .filter(part -> part.getValue() > 0)
                .map(part -> text("access.credential.lives." + part.getKey(), part.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String text(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
