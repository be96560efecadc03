package io.patchbay.demoshop;

import static io.patchbay.demoshop.ShopUnderTest.CLIENT;
import static io.patchbay.demoshop.ShopUnderTest.basic;
import static io.patchbay.demoshop.ShopUnderTest.bearer;
import static io.patchbay.demoshop.ShopUnderTest.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

class TokenEndpointTests {

    private static final String GRANT = "grant_type=client_credentials";

    private final ShopUnderTest shop = new ShopUnderTest();

    @Test
    void givesATokenForASecretInTheHeader() {
        var answer = ask(GRANT).expectStatus().isOk();

        answer.expectHeader().valueEquals("Cache-Control", "no-store");
        assertThat(answer.expectBody(ShopUnderTest.OBJECT).returnResult().getResponseBody())
                .containsOnlyKeys("access_token", "token_type", "expires_in")
                .containsEntry("token_type", "Bearer")
                .containsEntry("expires_in", 120);
    }

    @Test
    void givesATokenForASecretInTheBody() {
        shop.post("/oauth/token", GRANT + "&client_id=demo-client&client_secret=demo-client-secret", nothing())
                .expectStatus()
                .isOk();
    }

    @Test
    void readsAHeaderThatIsEncodedAsOAuthWantsIt() {
        shop.post("/oauth/token", GRANT, basic("demo%2Dclient", "demo%2Dclient%2Dsecret"))
                .expectStatus()
                .isOk();
    }

    @Test
    void givesNothingToAWrongClient() {
        refusesClient(shop.post("/oauth/token", GRANT, basic("demo-client", "wrong")));
        refusesClient(shop.post("/oauth/token", GRANT, basic("demo", "demo-password")));
        refusesClient(shop.post("/oauth/token", GRANT, basic("demo-client", "%%")));
        refusesClient(shop.post("/oauth/token", GRANT + "&client_id=demo-client&client_secret=wrong", nothing()));
        refusesClient(shop.post("/oauth/token", GRANT + "&client_id=demo-client", nothing()));
        refusesClient(shop.post("/oauth/token", GRANT, nothing()));
    }

    @Test
    void refusesOtherGrants() {
        refuses(ask("grant_type=password"), "unsupported_grant_type");
        refuses(ask("scope=all"), "invalid_request");
    }

    @Test
    void refusesWhatOAuthForbids() {
        refuses(ask(GRANT + "&client_id=demo-client&client_secret=demo-client-secret"), "invalid_request");
        refuses(ask(GRANT + "&" + GRANT), "invalid_request");
        refuses(shop.post("/oauth/token?" + GRANT, "", CLIENT), "invalid_request");
        refuses(
                shop.client()
                        .post()
                        .uri("/demo-shop/oauth/token")
                        .headers(CLIENT)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body("{\"grant_type\":\"client_credentials\"}")
                        .exchange(),
                "invalid_request");
    }

    @Test
    void aTokenEndsAfterTwoMinutes() {
        var token = shop.token();

        shop.goOn(Duration.ofSeconds(119));
        shop.get("/me", bearer(token)).expectStatus().isOk();
        shop.goOn(Duration.ofSeconds(1));
        shop.get("/me", bearer(token)).expectStatus().isUnauthorized();
    }

    @Test
    void aNewTokenLeavesTheOldOneValid() {
        var old = shop.token();
        var young = shop.token();

        assertThat(young).isNotEqualTo(old);
        shop.get("/me", bearer(old)).expectStatus().isOk();
        shop.get("/me", bearer(young)).expectStatus().isOk();
    }

    @Test
    void ofTooManyTokensTheOldestGoes() {
        var oldest = shop.token();
        var second = shop.token();
        for (var token = 1; token < Expiring.MOST; token++) {
            shop.token();
        }

        shop.get("/me", bearer(oldest)).expectStatus().isUnauthorized();
        shop.get("/me", bearer(second)).expectStatus().isOk();
    }

    private RestTestClient.ResponseSpec ask(String form) {
        return shop.post("/oauth/token", form, CLIENT);
    }

    private static void refusesClient(RestTestClient.ResponseSpec answer) {
        answer.expectStatus().isUnauthorized();
        answer.expectHeader().valueEquals("WWW-Authenticate", "Basic realm=\"Demo Shop tokens\", charset=\"UTF-8\"");
        answer.expectBody().jsonPath("$.error").isEqualTo("invalid_client");
    }

    private static void refuses(RestTestClient.ResponseSpec answer, String error) {
        answer.expectStatus().isBadRequest();
        answer.expectBody().jsonPath("$.error").isEqualTo(error);
    }
}
