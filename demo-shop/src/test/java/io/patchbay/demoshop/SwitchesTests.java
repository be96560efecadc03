package io.patchbay.demoshop;

import static io.patchbay.demoshop.ShopUnderTest.CLIENT;
import static io.patchbay.demoshop.ShopUnderTest.bearer;
import static io.patchbay.demoshop.ShopUnderTest.header;
import static io.patchbay.demoshop.ShopUnderTest.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

class SwitchesTests {

    private static final Consumer<HttpHeaders> FROM_THE_PAGE = header("Sec-Fetch-Site", "same-origin");

    private final ShopUnderTest shop = new ShopUnderTest();

    @Test
    void brokenItAnswers500ToEverything() {
        behave("broken");

        me().expectStatus().isEqualTo(500);
        shop.get("/me", nothing()).expectStatus().isEqualTo(500);
        askForToken().expectStatus().isEqualTo(500);
        page().expectStatus().isOk();
    }

    @Test
    void busyItSaysWhenToComeAgain() {
        behave("busy");

        me().expectStatus().isEqualTo(429).expectHeader().valueEquals("Retry-After", "30");
        askForToken().expectStatus().isEqualTo(429);
    }

    @Test
    void busyWithoutAHintItSaysNoMore() {
        behave("busy_silently");

        me().expectStatus().isEqualTo(429).expectHeader().doesNotExist("Retry-After");
    }

    @Test
    void astrayItShowsAPage() {
        behave("astray");

        me().expectStatus().isOk().expectHeader().contentTypeCompatibleWith("text/html");
    }

    @Test
    void earlyItSaysSoInEveryAnswer() {
        behave("early");
        me().expectStatus().isOk().expectHeader().valueEquals("Date", "Sun, 22 Nov 2026 12:10:00 GMT");

        behave("well");
        me().expectStatus().isOk().expectHeader().doesNotExist("Date");
    }

    @Test
    void slowItAnswersAfterAWhile() {
        behave("slow");

        me().expectStatus().isOk();
        assertThat(shop.pauses).containsExactly(Duration.ofSeconds(15));
    }

    @Test
    void wellItAnswersAgain() {
        behave("broken");
        behave("well");

        me().expectStatus().isOk();
        assertThat(shop.pauses).isEmpty();
    }

    @Test
    void revokedTokensStopWorkingAtOnce() {
        var token = shop.token();

        shop.post("/switches/revoke", "", FROM_THE_PAGE)
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/demo-shop/");

        shop.get("/me", bearer(token)).expectStatus().isUnauthorized();
        me().expectStatus().isOk();
    }

    @Test
    void anUnknownBehaviourChangesNothing() {
        shop.post("/switches/behaviour", "behaviour=odd", FROM_THE_PAGE)
                .expectStatus()
                .isBadRequest();
        shop.post("/switches/behaviour", "", FROM_THE_PAGE).expectStatus().isBadRequest();

        me().expectStatus().isOk();
    }

    @Test
    void pagesFromElsewhereSwitchNothing() {
        refuses(header("Sec-Fetch-Site", "cross-site"));
        refuses(header("Sec-Fetch-Site", "same-site"));
        refuses(header("Sec-Fetch-Site", "cross-site").andThen(header("Origin", "http://localhost")));
        refuses(header("Origin", "http://elsewhere.example"));
        refuses(header("Origin", "null"));
        refuses(nothing());
        me().expectStatus().isOk();
    }

    @Test
    void programsSwitchWithAHeaderAndOldBrowsersByTheirOrigin() {
        behave("broken", header("X-Demo-Shop", "switch"));
        me().expectStatus().isEqualTo(500);

        behave("well", header("Origin", "http://localhost"));
        me().expectStatus().isOk();
    }

    private void behave(String behaviour) {
        behave(behaviour, FROM_THE_PAGE);
    }

    private void behave(String behaviour, Consumer<HttpHeaders> headers) {
        shop.post("/switches/behaviour", "behaviour=" + behaviour, headers)
                .expectStatus()
                .isSeeOther();
    }

    private void refuses(Consumer<HttpHeaders> headers) {
        shop.post("/switches/behaviour", "behaviour=broken", headers)
                .expectStatus()
                .isForbidden();
        shop.post("/switches/revoke", "", headers).expectStatus().isForbidden();
    }

    private RestTestClient.ResponseSpec me() {
        return shop.get("/me", bearer("demo-token"));
    }

    private RestTestClient.ResponseSpec askForToken() {
        return shop.post("/oauth/token", "grant_type=client_credentials", CLIENT);
    }

    private RestTestClient.ResponseSpec page() {
        return shop.get("/", nothing());
    }
}
