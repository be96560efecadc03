package io.patchbay.demoshop;

import static io.patchbay.demoshop.ShopUnderTest.basic;
import static io.patchbay.demoshop.ShopUnderTest.bearer;
import static io.patchbay.demoshop.ShopUnderTest.header;
import static io.patchbay.demoshop.ShopUnderTest.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

class LettingInTests {

    private static final String BASIC = "Basic realm=\"Demo Shop\", charset=\"UTF-8\"";

    private final ShopUnderTest shop = new ShopUnderTest();

    @Test
    void everyMethodOpensItAndIsNamed() {
        assertThat(methodOf(basic("demo", "demo-password"))).isEqualTo("basic");
        assertThat(methodOf(header("X-Api-Key", "demo-api-key"))).isEqualTo("api-key");
        assertThat(methodOf(bearer("demo-token"))).isEqualTo("bearer");
        assertThat(methodOf(bearer(shop.token()))).isEqualTo("client-credentials");
        assertThat(methodOf(header("X-Demo-App", "demo-app").andThen(header("X-Demo-Secret", "demo-app-secret"))))
                .isEqualTo("custom-headers");
        assertThat(methodOf(header("X-Session", session()))).isEqualTo("login");
        assertThat(shop.get("/me?api_key=demo-query-key", nothing())
                        .expectBody(ShopUnderTest.OBJECT)
                        .returnResult()
                        .getResponseBody())
                .containsEntry("authenticatedBy", "api-key-in-query");
    }

    @Test
    void sessionsEnd() {
        var session = session();
        shop.goOn(Duration.ofMinutes(2));

        refuses(header("X-Session", session));
    }

    @Test
    void loginsThatAreNoneAreToldSo() {
        login("{\"user\": \"demo-user\", \"password\": \"wrong\"}")
                .expectStatus()
                .isUnauthorized();
        login("{\"user\": \"demo-user\"}").expectStatus().isUnauthorized();
        login("{").expectStatus().isBadRequest();
        shop.post("/login", "user=demo-user", nothing()).expectStatus().isBadRequest();
    }

    private RestTestClient.ResponseSpec login(String json) {
        return shop.client()
                .post()
                .uri("/demo-shop/login")
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }

    private String session() {
        var answer = login("{\"user\": \"demo-user\", \"password\": \"demo-user-password\"}")
                .expectStatus()
                .isOk()
                .expectBody(ShopUnderTest.OBJECT)
                .returnResult()
                .getResponseBody();
        return (String) ((Map<?, ?>) answer.get("session")).get("id");
    }

    @Test
    void oneKeyMayDoNothing() {
        for (var path : List.of("/me", "/orders", "/products")) {
            shop.get(path, header("X-Api-Key", "demo-poor-key")).expectStatus().isForbidden();
        }
    }

    @Test
    void oneKeyIsForTryingOnly() {
        assertThat(shop.get("/me", header("X-Api-Key", "demo-sandbox-key"))
                        .expectBody(ShopUnderTest.OBJECT)
                        .returnResult()
                        .getResponseBody())
                .containsEntry("environment", "sandbox");
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
        refuses(header("X-Api-Key", "demo-query-key"));
        refuses(header("X-Demo-App", "demo-app"));
        refuses(header("X-Demo-Secret", "demo-app-secret"));
        refuses(header("X-Demo-App", "demo-app").andThen(header("X-Demo-Secret", "wrong")));
        refuses(header("X-Session", "wrong"));
        refuses(header("Authorization", "OAuth wrong"));
        refuses(header("Authorization", "OAuth oauth_consumer_key=\"demo-consumer\""));
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
        refuses(header("X-Session", session()).andThen(header("X-Api-Key", "demo-api-key")));
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
