package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LettingInTests extends WholeApplication {

    private static final String QUESTION = "{\"query\":\"{ viewer { name } }\"}";

    @Test
    void aProgramComesInWithItsToken() {
        var answer = programOfANewCompany().post(QUESTION);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"data\":{\"viewer\":{\"name\":\"Test\"}}}");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void aStrangerIsSentAwayFromGraphQl() {
        assertThat(status(program(""))).isEqualTo(401);
        assertThat(status(program("pb_" + "x".repeat(43)))).isEqualTo(401);
        assertThat(status(program("ä"))).isEqualTo(401);

        var basic = program("").request("/graphql").header("Authorization", "Basic YW5uYTpwYXNzd29yZA==");
        assertThat(ApiClient.send(question(basic)).statusCode()).isEqualTo(401);
    }

    @Test
    void aStrangerLearnsHowToComeIn() {
        var answer = program("").post(QUESTION);

        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"Patchbay\"");
        assertThat(ApiClient.json(answer).at("/errors/0/extensions/code").asString())
                .isEqualTo("UNAUTHORIZED");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void anExpiredTokenOpensNothing() {
        var company = companies.register();
        jdbc.sql("update api_token set expires_at = now() - interval '1 second' where company_id = ?")
                .param(company.person().companyId().value())
                .update();

        assertThat(status(program(company.token()))).isEqualTo(401);
    }

    @Test
    void aRevokedTokenOpensNothingFromThatMomentOn() {
        var program = programOfANewCompany();
        var made = program.mutate(
                "createApiToken", "CreateApiTokenInput", Map.of("name", "Short-lived"), "secret apiToken { id }");
        var other = program(made.get("secret").asString());
        assertThat(status(other)).isEqualTo(200);

        program.mutate(
                "revokeApiToken",
                "RevokeApiTokenInput",
                Map.of("id", made.at("/apiToken/id").asString()),
                "apiToken { id }");

        assertThat(status(other)).isEqualTo(401);
    }

    @Test
    void aLoginCountsOnlyBesideWhatNoFormAndNoForeignPageCanSend() {
        var browser = loggedIn();

        assertThat(browser.send(asJson(browser).header("X-Patchbay-Client", "test"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.send(asJson(browser)).statusCode()).isEqualTo(401);
        assertThat(browser.send(browser.request("/graphql")
                                .header("X-Patchbay-Client", "test")
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString(QUESTION)))
                        .statusCode())
                .isEqualTo(401);
        var byGet = "/graphql?query=%7Bviewer%7Bname%7D%7D";
        assertThat(browser.send(browser.request(byGet).header("X-Patchbay-Client", "test"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.send(browser.request(byGet)).statusCode()).isEqualTo(401);
    }

    @Test
    void aWrongTokenIsNotMadeUpForByALogin() {
        var browser = loggedIn();

        var answer = browser.send(
                asJson(browser).header("X-Patchbay-Client", "test").header("Authorization", "Bearer wrong"));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void pagesLeadAStrangerToTheLogin() {
        for (var page : new String[] {"/", "/connectors", "/company", "/api-tokens", "/setup/" + UUID.randomUUID()}) {
            var answer = stranger().open(page);

            assertThat(answer.statusCode()).as(page).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow())
                    .as(page)
                    .endsWith("/login");
        }
    }

    @Test
    void loggingInChangesTheSession() {
        var browser = stranger();
        browser.open("/login");
        var before = browser.session();

        assertThat(browser.logIn(companies.register().email(), TestCompanies.PASSWORD))
                .isEqualTo("/");

        assertThat(before).isPresent();
        assertThat(browser.session()).isPresent().isNotEqualTo(before);
    }

    @Test
    void loggingOutEndsTheSessionAndNotOnlyTheCookie() {
        var browser = loggedIn();
        var session = browser.session().orElseThrow();

        browser.logOut();

        var kept = question(program("")
                .request("/graphql")
                .header("X-Patchbay-Client", "test")
                .header("Cookie", "patchbay=" + session));
        assertThat(ApiClient.send(kept).statusCode()).isEqualTo(401);
    }

    @Test
    void sixWrongPasswordsSlowTheAccountDownAndNoOther() {
        var victim = companies.register();
        var browser = stranger();
        IntStream.range(0, 5)
                .forEach(attempt -> assertThat(browser.logIn(victim.email(), "wrong password"))
                        .isEqualTo("/login?error"));

        assertThat(browser.logIn(victim.email(), "wrong password")).isEqualTo("/login?slow");
        assertThat(browser.logIn(victim.email().toUpperCase(), TestCompanies.PASSWORD))
                .isEqualTo("/login?slow");
        assertThat(stranger().logIn(victim.email(), TestCompanies.PASSWORD)).isEqualTo("/login?slow");
        assertThat(browser.logIn(companies.register().email(), TestCompanies.PASSWORD))
                .isEqualTo("/");
    }

    @Test
    void attemptsAtTheSameTimeAreCountedOneByOne() throws Exception {
        var victim = companies.register();
        Callable<String> attempt = () -> stranger().logIn(victim.email(), "wrong password");

        try (var attempts = Executors.newVirtualThreadPerTaskExecutor()) {
            var places = attempts
                    .invokeAll(
                            IntStream.range(0, 20).mapToObj(number -> attempt).toList())
                    .stream()
                    .map(future -> future.resultNow());

            assertThat(places)
                    .allMatch(place -> place.matches("/login\\?(error|slow)"))
                    .filteredOn("/login?error"::equals)
                    .hasSizeBetween(5, 6);
        }
    }

    @Test
    void manyGoodLoginsAreNotSlowedDown() {
        var company = companies.register();
        var address = randomAddress();

        for (var login = 0; login < 8; login++) {
            assertThat(new Browser(port, address).logIn(company.email(), TestCompanies.PASSWORD))
                    .isEqualTo("/");
        }
    }

    @Test
    void ofTheInsideOnlyTheHealthIsShown() {
        var stranger = program("");

        assertThat(ApiClient.send(stranger.request("/actuator/health/readiness").build())
                        .body())
                .isEqualTo("{\"status\":\"UP\"}");
        assertThat(ApiClient.send(stranger.request("/actuator/health").build()).body())
                .doesNotContain("PostgreSQL")
                .doesNotContain("components");
        for (var inside : new String[] {"", "/env", "/beans", "/heapdump", "/configprops", "/metrics", "/loggers"}) {
            var answer = ApiClient.send(stranger.request("/actuator" + inside).build());
            assertThat(answer.statusCode()).as(inside).isEqualTo(302);
        }
    }

    @Test
    void passwordsAreKeptAsArgon2idHashes() {
        var hash = jdbc.sql("select password_hash from person where id = ?")
                .param(companies.register().person().id().value())
                .query(String.class)
                .single();

        assertThat(hash).startsWith("{argon2id}$argon2id$");
    }

    private Browser loggedIn() {
        var browser = stranger();
        assertThat(browser.logIn(companies.register().email(), TestCompanies.PASSWORD))
                .isEqualTo("/");
        return browser;
    }

    private Browser stranger() {
        return new Browser(port, randomAddress());
    }

    private static String randomAddress() {
        return "2001:db8:" + UUID.randomUUID().toString().substring(0, 4) + "::1";
    }

    private static HttpRequest.Builder asJson(Browser browser) {
        return browser.request("/graphql")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(QUESTION));
    }

    private static HttpRequest question(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(QUESTION))
                .build();
    }

    private static int status(ApiClient program) {
        return program.post(QUESTION).statusCode();
    }
}
