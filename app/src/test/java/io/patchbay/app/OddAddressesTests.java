package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OddAddressesTests extends WholeApplication {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mailto:anna",
                "/connectors/%00",
                "/connectors/%ED%A0%80",
                "/connectors/00000000-0000-7000-8000-000000000000/nonsense",
                "/connectors?search=%00",
                "/connectors/new?q=%00&category=%00",
                "/systems/%00",
                "/systems/http:%2F%2Fa",
                "/setup/x:y/z",
                "/setup/1-1-1-1-1",
                "/icons/%00.svg",
                "/icons/a:b.svg",
                "/login?error=%00",
                "/login?error=%FF%FE",
                "/connectors?search=%FF",
                "/icons/demo-shop.svg?x=%FF",
                "/register/%7Bx%7D",
                "/%3Fa=b",
                "/%23a"
            })
    void areAnsweredAndNeverAnInternalError(String path) {
        var stranger = new Browser(port, "192.0.2.77");
        assertThat(stranger.open(path).statusCode()).isLessThan(500);

        var person = companies.register();
        assertThat(stranger.logIn(person.email(), TestCompanies.PASSWORD)).isNotEqualTo("/login?error");
        var answer = stranger.open(path);

        assertThat(answer.statusCode()).isLessThan(500);
        assertThat(answer.body()).doesNotContain("Exception", "at io.patchbay", "at com.vaadin");
    }
}
