package io.patchbay.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

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
        trustedProxies.forEach(PatchbaySettings::requireAddresses);
        if (publicUrl != null && !isWebAddress(publicUrl)) {
            throw new UnusableSettingException("PATCHBAY_PUBLIC_URL is an address such as https://patchbay.example.com,"
                    + " not \"" + publicUrl + "\"");
        }
        if (!List.of("open", "closed").contains(registration)) {
            throw new UnusableSettingException("PATCHBAY_REGISTRATION is open or closed, not \"" + registration + "\"");
        }
    }

    boolean registrationOpen() {
        return registration.equals("open");
    }

    private static boolean isWebAddress(URI address) {
        return ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()))
                && address.getHost() != null;
    }

    private static void requireAddresses(String proxy) {
        try {
            new IpAddressMatcher(proxy);
        } catch (IllegalArgumentException neitherAddressNorRange) {
            throw new UnusableSettingException(
                    "PATCHBAY_TRUSTED_PROXIES holds IP addresses and ranges such as 10.0.0.0/8, not \"" + proxy + "\"",
                    neitherAddressNorRange);
        }
    }
}
