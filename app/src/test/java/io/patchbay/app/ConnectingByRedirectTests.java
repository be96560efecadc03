package io.patchbay.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.app.TestCompanies.Registered;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A program has a person connect by redirect, against the Demo Shop's authorization server. */
class ConnectingByRedirectTests extends WholeApplication {

    private static final Pattern WISH = Pattern.compile("name=\"wish\" value=\"([^\"]+)\"");
    private static final String SECRET = "demo-client-secret";

    private Registered company;
    private ApiClient program;
    private Browser browser;

    @BeforeEach
    void begin() {
        company = companies.register();
        program = program(company.token());
        browser = new Browser(port, "2001:db8:0a::1");
    }

    @Test
    void createsTheConnectorWhileThePersonIsAway() {
        var draft = draft(SECRET);
        var consent = follow(authorization(draft));
        var arrived = open(answer(consent, "allow", "Corner Shop Lisbon"));

        assertThat(location(arrived)).hasToString("/connect");
        var connector = program.data("{ connectors { nodes { name status credentials { key value isSet } } } }")
                .at("/connectors/nodes/0");
        assertThat(connector.get("name").asString()).isEqualTo("Our shop");
        assertThat(jdbc.sql("select account from token_grant where company_id = ?")
                        .param(company.person().companyId().value())
                        .query(String.class)
                        .single())
                .isEqualTo("Corner Shop Lisbon");
    }

    @Test
    void bindsTheBrowserByACookieThatNoScriptAndNoOtherPageSees() {
        var started = open(authorization(draft(SECRET)));
        var cookie = started.headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(cookie).startsWith("patchbay-connect-").contains("; Path=/oauth;", "; HttpOnly", "; SameSite=Lax");
        assertThat(cookie).contains("Max-Age=600");
        assertThat(started.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(started.headers().firstValue("Cache-Control")).contains("no-store");
        var vendor = location(started).toString();
        assertThat(vendor).contains("code_challenge_method=S256", "response_type=code", "scope=read_orders");
        assertThat(HttpCookie.parse(cookie).getFirst().getValue()).hasSize(43);
    }

    @Test
    void worksOnce() {
        var address = authorization(draft(SECRET));
        var back = answer(follow(address), "allow", "Corner Shop Berlin");
        open(back);

        assertThat(refused(open(back))).isEqualTo("AUTHORIZATION_USED");
        assertThat(refused(open(address))).isEqualTo("AUTHORIZATION_USED");
        assertThat(refused(open(here("/oauth/start?key=made-up")))).isEqualTo("AUTHORIZATION_UNKNOWN");
        assertThat(refused(open(here("/oauth/callback")))).isEqualTo("AUTHORIZATION_UNKNOWN");
    }

    @Test
    void takesNoAnswerFromAnotherBrowserAndNoneWithAForgedState() {
        var back = answer(follow(authorization(draft(SECRET))), "allow", "Corner Shop Berlin");
        var forged = URI.create(back.toString().replaceAll("state=[^&]+", "state=forged"));

        assertThat(refused(open(forged))).isEqualTo("AUTHORIZATION_UNKNOWN");
        assertThat(refused(open(URI.create(back + "&state=second")))).isEqualTo("AUTHORIZATION_UNKNOWN");
        assertThat(refused(new Browser(port, "2001:db8:0a::2").open(path(back))))
                .isEqualTo("AUTHORIZATION_OTHER_BROWSER");
        assertThat(connectors()).isEmpty();

        open(back);
        assertThat(connectors()).hasSize(1);
    }

    @Test
    void keepsTheDraftWhereNothingCameOfIt() {
        var draft = draft(SECRET);
        assertThat(refused(open(answer(follow(authorization(draft)), "deny", "Corner Shop Berlin"))))
                .isEqualTo("AUTHORIZATION_DECLINED");
        var wrong = draft("wrong secret", "TEST");
        assertThat(refused(open(answer(follow(authorization(wrong)), "allow", "Corner Shop Berlin"))))
                .isEqualTo("AUTHORIZATION_EXCHANGE_REFUSED");
        var expired = answer(follow(authorization(draft)), "allow", "Corner Shop Berlin");
        expire();
        assertThat(refused(open(expired))).isEqualTo("AUTHORIZATION_EXPIRED");

        assertThat(connectors()).isEmpty();
        open(answer(follow(authorization(draft)), "allow", "Corner Shop Berlin"));
        assertThat(connectors()).hasSize(1);
    }

    @Test
    void refusesToCreateAtOnceWhatNeedsAPersonsYes() {
        var fromDraft = program.mutate(
                "createConnectorFromDraft", "DraftInput", Map.of("draftId", draft(SECRET)), "connector { id }");
        assertThat(ApiClient.codes(fromDraft)).containsExactly("AUTHORIZATION_REQUIRED");

        var input = DemoShop.connector(DemoShop.group(program, "Retail"), "x");
        input.put("authenticationMethod", "authorization-code");
        assertThat(ApiClient.codes(DemoShop.createConnector(program, input))).containsExactly("AUTHORIZATION_REQUIRED");
    }

    @Test
    void connectsAgainAndSaysNothingOfItsSecretsAnywhere() {
        try (var logs = new CapturedLogs()) {
            var secrets = new ArrayList<String>();
            var shown = new ArrayList<String>();
            open(answer(follow(authorization(draft(SECRET)), secrets, shown), "allow", "Corner Shop Berlin", secrets));
            var id = program.data("{ connectors { nodes { id } } }")
                    .at("/connectors/nodes/0/id")
                    .asString();
            var again = program.mutate(
                    "startConnectorReconnection", "ReconnectionInput", Map.of("id", id), "authorizationUrl");
            var address = URI.create(again.get("authorizationUrl").asString());
            var arrived = open(answer(follow(address, secrets, shown), "allow", "Corner Shop Lisbon", secrets));
            shown.add(arrived.headers().map() + arrived.body());
            shown.add(open(here("/connect")).body());
            shown.add(program.ask("{ connectors { nodes { %s } } }".formatted(DemoShop.ACCESS))
                    .toString());

            assertThat(connectors()).containsExactly(id);
            assertThat(secrets).hasSizeGreaterThan(9).allMatch(secret -> secret.length() > 12);
            assertThat(logs.lines()).anyMatch(line -> line.contains("authorization_attempt"));
            for (var secret : secrets) {
                assertThat(logs.lines())
                        .filteredOn(line -> line.contains(secret))
                        .isEmpty();
                assertThat(shown).filteredOn(page -> page.contains(secret)).isEmpty();
            }
            assertThat(storedInPlain())
                    .isNotEmpty()
                    .noneMatch(row -> secrets.stream().anyMatch(row::contains));
        }
    }

    /** The Demo Shop is in this very process; no other vendor's log is ours. */
    private static boolean saidByTheVendor(String line) {
        return line.contains(" /demo-shop/oauth/authorize?") || line.contains("\"/demo-shop/oauth/authorize?");
    }

    private String draft(String secret) {
        return draft(secret, "LIVE");
    }

    private String draft(String secret, String environment) {
        var draft = program.mutate(
                "startConnectorSetup", "StartSetupInput", Map.of("systemSlug", "demo-shop"), "draft { id version }");
        for (var answer : List.of(
                Map.of("general", Map.of("name", "Our shop", "environment", environment)),
                Map.of("timeAndDate", Map.of()),
                Map.of("authentication", Map.of("authenticationMethod", "authorization-code")),
                Map.of(
                        "credentials",
                        Map.of(
                                "credentials",
                                List.of(
                                        DemoShop.credential(
                                                "address", here("/demo-shop").toString()),
                                        DemoShop.credential("client_id", "demo-client"),
                                        DemoShop.credential("client_secret", secret)))))) {
            draft = save(draft, answer);
        }
        return draft.at("/draft/id").asString();
    }

    private JsonNode save(JsonNode draft, Map<String, ?> answer) {
        return program.mutate(
                "saveSetupStep",
                "SaveSetupStepInput",
                Map.of(
                        "draftId", draft.at("/draft/id").asString(),
                        "version", draft.at("/draft/version").asInt(),
                        "answer", answer),
                "draft { id version }");
    }

    private URI authorization(String draft) {
        var started = program.mutate(
                "startConnectorAuthorization", "DraftInput", Map.of("draftId", draft), "authorizationUrl");
        assertThat(started.get("userErrors")).isEmpty();
        return URI.create(started.get("authorizationUrl").asString());
    }

    /** The vendor's page, by the way of Patchbay's one-time address. */
    private String follow(URI address) {
        return follow(address, new ArrayList<>(), new ArrayList<>());
    }

    private String follow(URI address, List<String> secrets, List<String> shown) {
        var started = open(address);
        secrets.add(parameter(address, "key"));
        secrets.add(parameter(location(started), "state"));
        secrets.add(HttpCookie.parse(started.headers().firstValue("Set-Cookie").orElseThrow())
                .getFirst()
                .getValue());
        secrets.add(SECRET);
        shown.add(started.body());
        return open(location(started)).body();
    }

    /** Where the vendor sends the person back to. */
    private URI answer(String consent, String decision, String account) {
        var wish = WISH.matcher(consent);
        assertThat(wish.find()).isTrue();
        return location(browser.send(browser.request("/demo-shop/oauth/authorize")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("wish=" + wish.group(1) + "&decision=" + decision + "&account="
                        + URLEncoder.encode(account, UTF_8)))));
    }

    private URI answer(String consent, String decision, String account, List<String> secrets) {
        var back = answer(consent, decision, account);
        secrets.add(parameter(back, "code"));
        return back;
    }

    private HttpResponse<String> open(URI address) {
        return browser.open(path(address));
    }

    private URI here(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private List<String> connectors() {
        return program.data("{ connectors { nodes { id } } }")
                .at("/connectors/nodes")
                .valueStream()
                .map(node -> node.get("id").asString())
                .toList();
    }

    private void expire() {
        jdbc.sql("update authorization_attempt set expires_at = now() where company_id = ?")
                .param(company.person().companyId().value())
                .update();
    }

    private List<String> storedInPlain() {
        return jdbc.sql("""
                        select it::text from authorization_attempt it
                        union all select it::text from token_grant it
                        union all select it::text from system_access it
                        """).query(String.class).list();
    }

    private static URI location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private static String refused(HttpResponse<String> answer) {
        return parameter(location(answer), "refused");
    }

    private static String path(URI address) {
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    private static String parameter(URI address, String name) {
        for (var part : address.getRawQuery().split("&")) {
            if (part.startsWith(name + "=")) {
                return URLDecoder.decode(part.substring(name.length() + 1), UTF_8);
            }
        }
        throw new AssertionError("No " + name + " in " + address);
    }
}
