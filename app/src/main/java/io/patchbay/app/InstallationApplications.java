package io.patchbay.app;

import io.patchbay.credential.Applications;
import io.patchbay.shared.Secret;
import io.patchbay.system.SystemId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/**
 * The applications that the owner of this Patchbay named in settings such as {@code PATCHBAY_APPLICATIONS_GITHUB_CLIENT_ID}
 * and {@code PATCHBAY_APPLICATIONS_GITHUB_CLIENT_SECRET}; a dash in a slug is an underscore there.
 */
final class InstallationApplications implements Applications {

    private final PropertyResolver settings;

    InstallationApplications(PropertyResolver settings) {
        this.settings = settings;
    }

    @Override
    public Optional<Application> find(SystemId system) {
        var id = setting(system, "client-id");
        var secret = setting(system, "client-secret");
        if ((id == null) != (secret == null)) {
            throw new UnusableSettingException("PATCHBAY_APPLICATIONS_"
                    + system.slug().toUpperCase(Locale.ROOT).replace('-', '_')
                    + " needs both _CLIENT_ID and _CLIENT_SECRET");
        }
        return id == null || secret == null ? Optional.empty() : Optional.of(new Application(id, new Secret(secret)));
    }

    private @Nullable String setting(SystemId system, String name) {
        var value = settings.getProperty("patchbay.applications." + system.slug() + "." + name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
