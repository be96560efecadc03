package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginTests {

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example.com", "http://localhost:5173", "https://[2001:db8::1]:8443", "*"})
    void takesOrigins(String origin) {
        assertThat(new CrossOrigin(List.of(origin)).corsOrigins()).containsExactly(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.example.com",
                "https://shop.example.com/",
                "https://shop.example.com/page",
                "https://user@shop.example.com",
                "ftp://shop.example.com",
                "https://*.example.com",
                "null",
                "https://"
            })
    void takesNothingElse(String origin) {
        assertThatThrownBy(() -> new CrossOrigin(List.of(origin)))
                .isInstanceOf(UnusableSettingException.class)
                .hasMessageContaining("PATCHBAY_CORS_ORIGINS");
    }
}
