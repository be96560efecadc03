package io.patchbay.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the owner of this Patchbay settles by environment variables; docs/operate.md lists them.
 *
 * @param dataDir where everything of this node is kept that is not in the database
 * @param publicUrl the address that people use; null: this machine's own
 * @param trustedProxies addresses or CIDR ranges whose forwarding headers are believed
 * @param registration {@code open} lets anyone register a further company
 */
@ConfigurationProperties("patchbay")
record PatchbaySettings(Path dataDir, @Nullable URI publicUrl, List<String> trustedProxies, String registration) {

    PatchbaySettings {
        trustedProxies = List.copyOf(trustedProxies);
        if (!List.of("open", "closed").contains(registration)) {
            throw new UnusableSettingException("PATCHBAY_REGISTRATION is open or closed, not \"" + registration + "\"");
        }
    }

    boolean registrationOpen() {
        return registration.equals("open");
    }
}
