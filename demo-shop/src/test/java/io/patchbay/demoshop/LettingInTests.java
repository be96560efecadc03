package io.patchbay.demoshop;

import static io.patchbay.demoshop.ShopUnderTest.basic;
import static io.patchbay.demoshop.ShopUnderTest.bearer;
import static io.patchbay.demoshop.ShopUnderTest.header;
import static io.patchbay.demoshop.ShopUnderTest.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class LettingInTests {

    private static final String BASIC = "Basic realm=\"Demo Shop\", charset=\"UTF-8\"";

    private final ShopUnderTest shop = new ShopUnderTest();

    @Test
    void everyMethodOpensItAndIsNamed() {
        assertThat(methodOf(basic("demo", "demo-password"))).isEqualTo("basic");
        assertThat(methodOf(header("X-Api-Key", "demo-api-key"))).isEqualTo("api-key");
        assertThat(methodOf(bearer("demo-token"))).isEqualTo("bearer");
        assertThat(methodOf(bearer(shop.token()))).isEqualTo("client-credentials");
    }

    @Test
    void saysWhoseCredentialsTheseAre() {
        var me = shop.get("/me", bearer("demo-token"))
                .expectBody(ShopUnderTest.OBJECT)
                .returnResult()
                .getResponseBody();

        assertThat(me).isEqualTo(Map.of("account", "Demo Shop", "environment", "demo", "authenticatedBy", "bearer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/me", "/orders", "/products"})
    void nothingOpensWithoutCredentials(String path) {
        shop.get(path, nothing())
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", BASIC, "Bearer realm=\"Demo Shop\"");
    }

    @Test
    void wrongCredentialsOpenNothing() {
        refuses(basic("demo", "wrong"));
        refuses(basic("wrong", "demo-password"));
        refuses(basic("demo-client", "demo-client-secret"));
        refuses(header("X-Api-Key", "wrong"));
        refuses(header("X-Api-Key", ""));
        refuses(header("Authorization", "Basic %%%"));
        refuses(header("Authorization", "Basic ZGVtbw=="));
        refuses(header("Authorization", "Digest demo"));
        refuses(header("Authorization", "demo-token"));
    }

    @Test
    void aWrongTokenIsCalledInvalid() {
        shop.get("/me", bearer("wrong"))
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer realm=\"Demo Shop\", error=\"invalid_token\"", BASIC);
    }

    @Test
    void whoShowsTwoMethodsStaysOutsideThoughBothAreRight() {
        refuses(bearer("demo-token").andThen(header("X-Api-Key", "demo-api-key")));
    }

    private void refuses(Consumer<HttpHeaders> headers) {
        shop.get("/me", headers).expectStatus().isUnauthorized().expectHeader().exists("WWW-Authenticate");
    }

    private Object methodOf(Consumer<HttpHeaders> headers) {
        return shop.get("/me", headers)
                .expectStatus()
                .isOk()
                .expectBody(ShopUnderTest.OBJECT)
                .returnResult()
                .getResponseBody()
                .get("authenticatedBy");
    }
}
