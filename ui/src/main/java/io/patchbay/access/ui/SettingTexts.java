package io.patchbay.access.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.patchbay.access.AccessForm;
import io.patchbay.system.RateLimit;
import io.patchbay.ui.Questions;
import org.jspecify.annotations.Nullable;

/** How settings read where they are only shown. */
final class SettingTexts {

    private SettingTexts() {}

    static String dateFormat(String format) {
        return Questions.words(AccessForm.label(format));
    }

    static String rateLimit(@Nullable RateLimit limit) {
        return limit == null ? rateLimit(0, RateLimit.Unit.SECOND) : rateLimit(limit.requests(), limit.per());
    }

    static String rateLimit(int requests, RateLimit.Unit per) {
        return requests == 0
                ? I18NProvider.translate("access.settings.no-limit")
                : I18NProvider.translate("access.settings.limit." + per.name(), requests);
    }
}
