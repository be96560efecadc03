package io.patchbay.demoshop;

import static io.patchbay.demoshop.ShopUnderTest.CLIENT;
import static io.patchbay.demoshop.ShopUnderTest.OBJECT;
import static io.patchbay.demoshop.ShopUnderTest.bearer;
import static io.patchbay.demoshop.ShopUnderTest.header;
import static io.patchbay.demoshop.ShopUnderTest.nothing;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

class AuthorizationEndpointTests {

    // The example of RFC 7636, appendix B.
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String BACK = "http://localhost/oauth/callback";
    private static final String GOOD = "response_type=code&client_id=demo-client&redirect_uri=" + encoded(BACK)
            + "&state=st%26te&code_challenge=" + CHALLENGE + "&code_challenge_method=S256";
    private static final Pattern WISH = Pattern.compile("name=\"wish\" value=\"([^\"]+)\"");

    private final ShopUnderTest shop = new ShopUnderTest();

    @Test
    void asksAPersonAndSendsTheAppACodeForTokens() {
        assertThat(page(GOOD + "&scope=read_orders"))
                .contains("demo-client", "read_orders", "Corner Shop Berlin")
                .doesNotContain("read_products");

        var back = decide(wish(GOOD + "&scope=read_orders"), "allow", "Corner Shop Lisbon");
        assertThat(back.toString()).startsWith(BACK + "?code=").contains("state=st%26te");
        var tokens = granted(redeem(parameter(back, "code"), BACK, VERIFIER));

        assertThat(tokens).containsEntry("expires_in", 120).containsEntry("scope", "read_orders");
        var token = bearer((String) tokens.get("access_token"));
        shop.get("/me", token)
                .expectBody()
                .jsonPath("$.account")
                .isEqualTo("Corner Shop Lisbon")
                .jsonPath("$.authenticatedBy")
                .isEqualTo("authorization-code");
        shop.get("/orders", token).expectStatus().isOk();
        shop.get("/products", token).expectStatus().isForbidden();
    }

    @Test
    void tellsTheAppThatThePersonSaidNo() {
        var back = decide(wish(GOOD), "deny", "Corner Shop Berlin");

        assertThat(back.toString()).isEqualTo(BACK + "?error=access_denied&state=st%26te");
    }

    @Test
    void anAnswerCountsOnce() {
        var wish = wish(GOOD);
        decide(wish, "allow", "Corner Shop Berlin");

        answer(wish, "allow", "Corner Shop Berlin").expectStatus().isBadRequest();
    }

    @Test
    void aPageFromElsewhereCannotAnswer() {
        shop.post(
                        "/oauth/authorize",
                        "wish=" + wish(GOOD) + "&decision=allow&account=Corner+Shop+Berlin",
                        header("Sec-Fetch-Site", "cross-site"))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void neverSendsAnybodyToAnAddressThatIsNotRegisteredToTheLetter() {
        for (var address : new String[] {
            BACK + "/",
            BACK + "?x=1",
            "http://localhost/oauth/callbac",
            "https://localhost/oauth/callback",
            "http://evil.example/"
        }) {
            ask(GOOD.replace(encoded(BACK), encoded(address))).expectStatus().isBadRequest();
        }
        ask(GOOD.replace("demo-client", "other")).expectStatus().isBadRequest();
        ask(GOOD + "&state=2").expectStatus().isBadRequest();
    }

    @Test
    void takesAnotherAddressOnceItIsRegistered() {
        var other = "https://patchbay.example.com/oauth/callback";
        shop.post("/switches/redirect-addresses", "address=" + encoded(other), header("X-Demo-Shop", "switch"))
                .expectStatus()
                .isSeeOther();

        var asking = GOOD.replace(encoded(BACK), encoded(other));
        assertThat(decide(wish(asking), "allow", "Corner Shop Berlin").toString())
                .startsWith(other + "?code=");
        shop.post("/switches/redirect-addresses", "address=nonsense", header("X-Demo-Shop", "switch"))
                .expectStatus()
                .isBadRequest();
        shop.post("/switches/redirect-addresses", "address=" + encoded(other), nothing())
                .expectStatus()
                .isForbidden();
    }

    @Test
    void tellsTheAppWhatIsWrongWithItsQuestion() {
        assertThat(error(GOOD.replace("response_type=code", "response_type=token")))
                .isEqualTo("unsupported_response_type");
        assertThat(error(GOOD.replace("S256", "plain"))).isEqualTo("invalid_request");
        assertThat(error(GOOD.replace("&code_challenge=" + CHALLENGE, ""))).isEqualTo("invalid_request");
        assertThat(error(GOOD + "&scope=everything")).isEqualTo("invalid_scope");
    }

    @Test
    void aCodeIsForOneUseOnly() {
        var code = code();
        var first = granted(redeem(code, BACK, VERIFIER));

        refuses(redeem(code, BACK, VERIFIER));
        // Whoever was first may have been a thief.
        shop.get("/me", bearer((String) first.get("access_token")))
                .expectStatus()
                .isUnauthorized();
        refuses(refresh((String) first.get("refresh_token")));
    }

    @Test
    void aCodeIsForAMinute() {
        var code = code();
        shop.goOn(Duration.ofSeconds(60));

        refuses(redeem(code, BACK, VERIFIER));
    }

    @Test
    void aCodeIsForItsAddressAndVerifierOnly() {
        refuses(redeem(code(), BACK + "/", VERIFIER));
        refuses(redeem(code(), BACK, VERIFIER.replace('d', 'e')));
        refuses(redeem(code(), BACK, ""));
        refuses(redeem("made-up", BACK, VERIFIER));
    }

    @Test
    void anOldRefreshTokenEndsTheGrantWhereTheyAreForSingleUse() {
        var first = tokens();
        var second = granted(refresh((String) first.get("refresh_token")));

        refuses(refresh((String) first.get("refresh_token")));
        refuses(refresh((String) second.get("refresh_token")));
        shop.get("/me", bearer((String) second.get("access_token")))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void theRefreshTokenBeforeWorksForAWhileWhereThereIsGrace() {
        become("grace");
        var first = tokens();
        var second = granted(refresh((String) first.get("refresh_token")));

        assertThat(granted(refresh((String) first.get("refresh_token"))))
                .containsEntry("refresh_token", second.get("refresh_token"));
        shop.goOn(Duration.ofSeconds(30));
        refuses(refresh((String) first.get("refresh_token")));
        granted(refresh((String) second.get("refresh_token")));
    }

    @Test
    void aRefreshTokenStaysWhereItIsReusable() {
        become("reusable");
        var first = tokens();

        assertThat(granted(refresh((String) first.get("refresh_token"))))
                .containsEntry("refresh_token", first.get("refresh_token"));
        granted(refresh((String) first.get("refresh_token")));
    }

    @Test
    void theSwitchRevokesGrantsToo() {
        var tokens = tokens();
        shop.post("/switches/revoke", "", header("X-Demo-Shop", "switch"))
                .expectStatus()
                .isSeeOther();

        shop.get("/me", bearer((String) tokens.get("access_token")))
                .expectStatus()
                .isUnauthorized();
        refuses(refresh((String) tokens.get("refresh_token")));
    }

    private RestTestClient.ResponseSpec ask(String query) {
        return shop.client()
                .get()
                .uri(URI.create("/demo-shop/oauth/authorize?" + query))
                .exchange();
    }

    private String page(String query) {
        return ask(query)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private String wish(String query) {
        var found = WISH.matcher(page(query));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private RestTestClient.ResponseSpec answer(String wish, String decision, String account) {
        return shop.post(
                "/oauth/authorize",
                "wish=" + wish + "&decision=" + decision + "&account=" + encoded(account),
                header("Sec-Fetch-Site", "same-origin"));
    }

    private URI decide(String wish, String decision, String account) {
        return answer(wish, decision, account)
                .expectStatus()
                .isSeeOther()
                .returnResult()
                .getResponseHeaders()
                .getLocation();
    }

    private String code() {
        return parameter(decide(wish(GOOD), "allow", "Corner Shop Berlin"), "code");
    }

    private Map<String, Object> tokens() {
        return granted(redeem(code(), BACK, VERIFIER));
    }

    private String error(String query) {
        var back = ask(query)
                .expectStatus()
                .isSeeOther()
                .returnResult()
                .getResponseHeaders()
                .getLocation();
        return parameter(back, "error");
    }

    private RestTestClient.ResponseSpec redeem(String code, String address, String verifier) {
        return shop.post(
                "/oauth/token",
                "grant_type=authorization_code&code=" + code + "&redirect_uri=" + encoded(address) + "&code_verifier="
                        + verifier,
                CLIENT);
    }

    private RestTestClient.ResponseSpec refresh(String token) {
        return shop.post("/oauth/token", "grant_type=refresh_token&refresh_token=" + token, CLIENT);
    }

    private void become(String reuse) {
        shop.post("/switches/reuse", "reuse=" + reuse, header("X-Demo-Shop", "switch"))
                .expectStatus()
                .isSeeOther();
    }

    private static Map<String, Object> granted(RestTestClient.ResponseSpec answer) {
        return answer.expectStatus().isOk().expectBody(OBJECT).returnResult().getResponseBody();
    }

    private static void refuses(RestTestClient.ResponseSpec answer) {
        answer.expectStatus().isBadRequest().expectBody().jsonPath("$.error").isEqualTo("invalid_grant");
    }

    private static String parameter(URI address, String name) {
        for (var part : address.getRawQuery().split("&")) {
            if (part.startsWith(name + "=")) {
                return URLDecoder.decode(part.substring(name.length() + 1), UTF_8);
            }
        }
        throw new AssertionError("No " + name);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
