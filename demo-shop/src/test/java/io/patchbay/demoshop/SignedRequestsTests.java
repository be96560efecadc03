package io.patchbay.demoshop;

import static io.patchbay.demoshop.ShopUnderTest.header;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Against signatures that were made by another program, for the test's time. */
class SignedRequestsTests {

    private static final String GOOD = "OAuth oauth_consumer_key=\"demo-consumer\", "
            + "oauth_token=\"demo-access\", "
            + "oauth_signature_method=\"HMAC-SHA256\", "
            + "oauth_timestamp=\"1795348800\", "
            + "oauth_nonce=\"nonce-1\", "
            + "oauth_version=\"1.0\", "
            + "oauth_signature=\"ZllzPZ%2FzbEuNP9aFkG4m2%2FDLUys9eHZ3RpGJV%2BViDMM%3D\"";

    private final ShopUnderTest shop = new ShopUnderTest();

    @Test
    void aSignatureIsGoodOnce() {
        ask(GOOD).expectStatus().isOk();
        ask(GOOD).expectStatus().isUnauthorized();
    }

    @Test
    void aSignatureIsGoodForAFewMinutes() {
        shop.goOn(Duration.ofMinutes(6));
        ask(GOOD).expectStatus().isUnauthorized();
    }

    @Test
    void whatIsSignedIsThisRequestAlone() {
        shop.get("/orders?limit=5", header("Authorization", GOOD))
                .expectStatus()
                .isUnauthorized();
        shop.get("/me?limit=6", header("Authorization", GOOD)).expectStatus().isUnauthorized();
        ask(GOOD.replace("nonce-1", "nonce-2")).expectStatus().isUnauthorized();
        ask(GOOD.replace("demo-access", "demo-other")).expectStatus().isUnauthorized();
        ask(GOOD).expectStatus().isOk();
    }

    private RestTestClient.ResponseSpec ask(String authorization) {
        return shop.get("/me?limit=5&x=a b", header("Authorization", authorization));
    }
}
