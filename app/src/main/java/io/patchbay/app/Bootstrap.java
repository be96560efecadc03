package io.patchbay.app;

import io.patchbay.company.Registration;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Sets an empty Patchbay up from {@code PATCHBAY_BOOTSTRAP_*}, before it takes requests. Half of the settings, or ones that a
 * visitor would be refused, stop the start with a sentence.
 */
@Component
class Bootstrap implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(Bootstrap.class);

    private static final String COMPANY = "PATCHBAY_BOOTSTRAP_COMPANY";
    private static final String EMAIL = "PATCHBAY_BOOTSTRAP_EMAIL";
    private static final String PASSWORD = "PATCHBAY_BOOTSTRAP_PASSWORD";
    private static final String API_TOKEN = "PATCHBAY_BOOTSTRAP_API_TOKEN";

    private static final Map<String, String> SETTING_OF_FIELD =
            Map.of("companyName", COMPANY, "name", EMAIL, "email", EMAIL, "password", PASSWORD);

    private final Registration registration;
    private final Environment settings;

    Bootstrap(Registration registration, Environment settings) {
        this.registration = registration;
        this.settings = settings;
    }

    @Override
    public void afterPropertiesSet() {
        var required = List.of(COMPANY, EMAIL, PASSWORD);
        var missing =
                required.stream().filter(setting -> setting(setting) == null).toList();
        if (missing.size() == required.size() && setting(API_TOKEN) == null) {
            return;
        }
        if (!missing.isEmpty()) {
            throw new UnusableSettingException("To set Patchbay up without a browser, set also "
                    + String.join(" and ", missing) + "; or unset all PATCHBAY_BOOTSTRAP_* variables");
        }
        var email = settings.getRequiredProperty(EMAIL);
        var application = new Registration.Application(
                settings.getRequiredProperty(COMPANY),
                nameFrom(email),
                email,
                new Secret(settings.getRequiredProperty(PASSWORD)));
        var apiToken = setting(API_TOKEN);
        report(registration.bootstrap(application, apiToken == null ? null : new Secret(apiToken)));
    }

    private static void report(Outcome<Boolean> outcome) {
        switch (outcome) {
            case Outcome.Done<Boolean>(var made) -> {
                if (made) {
                    LOG.info("Set up from PATCHBAY_BOOTSTRAP_*");
                }
            }
            case Outcome.Refused<Boolean>(var refusals) -> {
                var sentences = refusals.stream()
                        .map(refusal -> SETTING_OF_FIELD.get(refusal.field().getFirst()) + ": "
                                + refusal.message(Locale.ENGLISH))
                        .distinct()
                        .toList();
                throw new UnusableSettingException(String.join(". ", sentences));
            }
        }
    }

    /** The part before the at sign; the person can be called otherwise once there is a page for it. */
    private static String nameFrom(String email) {
        return email.strip().replaceAll("@.*", "");
    }

    private @Nullable String setting(String name) {
        var value = settings.getProperty(name);
        return value == null || value.isBlank() ? null : value;
    }
}
