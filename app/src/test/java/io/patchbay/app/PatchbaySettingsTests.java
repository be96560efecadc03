package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchbaySettingsTests {

    @Test
    void takesWhatCanBeUsed() {
        assertThat(settings("https://patchbay.example.com", "closed", "10.0.0.0/8", "::1")
                        .registrationOpen())
                .isFalse();
        assertThat(settings(null, "open").registrationOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"patchbay.example.com", "ftp://patchbay.example.com", "https:patchbay", "localhost:8080"})
    void refusesAnAddressThatNobodyCanOpen(String address) {
        assertThatThrownBy(() -> settings(address, "closed"))
                .isInstanceOf(UnusableSettingException.class)
                .hasMessageContainingAll("PATCHBAY_PUBLIC_URL", address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.com", "10.0.0.0/33", "10.0.0.0/x"})
    void refusesAProxyThatIsNoAddress(String proxy) {
        assertThatThrownBy(() -> settings(null, "closed", proxy))
                .isInstanceOf(UnusableSettingException.class)
                .hasMessageContainingAll("PATCHBAY_TRUSTED_PROXIES", proxy);
    }

    @Test
    void refusesARegistrationThatIsNeitherOpenNorClosed() {
        assertThatThrownBy(() -> settings(null, "ajar")).hasMessageContainingAll("PATCHBAY_REGISTRATION", "ajar");
    }

    private static PatchbaySettings settings(@Nullable String publicUrl, String registration, String... proxies) {
        return new PatchbaySettings(
                Path.of("unused"), publicUrl == null ? null : URI.create(publicUrl), List.of(proxies), registration);
    }
}
