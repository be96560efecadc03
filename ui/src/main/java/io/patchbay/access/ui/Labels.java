package io.patchbay.access.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.patchbay.access.AccessForm;
import io.patchbay.access.AccessStatus;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.Environment;
import io.patchbay.system.RateLimit;
import io.patchbay.system.SystemCategory;
import io.patchbay.ui.Questions;

/** What the domain's fixed words are called in the reader's language. */
public final class Labels {

    private Labels() {}

    public static String of(Environment environment) {
        return Questions.words(AccessForm.label(environment));
    }

    public static String of(SystemCategory category) {
        return label("category", category);
    }

    public static String of(AuthenticationType type) {
        return label("authentication", type);
    }

    public static String of(AccessStatus status) {
        return label("status", status);
    }

    public static String of(RateLimit.Unit unit) {
        return Questions.words(AccessForm.label(unit));
    }

    private static String label(String kind, Enum<?> word) {
        return I18NProvider.translate("access." + kind + "." + word.name());
    }
}
