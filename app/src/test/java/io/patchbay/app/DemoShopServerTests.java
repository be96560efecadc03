package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.CheckReason;
import io.patchbay.access.Checks;
import io.patchbay.shared.Secret;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialDestination.Place;
import io.patchbay.system.CredentialField;
import io.patchbay.system.Environment;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.marketplace.PrebuiltSystems;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the Demo Shop's definition promises of its server, which share no code: by the check that people use. */
class DemoShopServerTests extends WholeApplication {

    private static final SystemDefinition DEMO_SHOP =
            PrebuiltSystems.load().find("demo-shop").orElseThrow();

    @Autowired
    private Checks checks;

    /** Those that need nobody to say yes. */
    static Stream<AuthenticationMethod> methods() {
        return DEMO_SHOP.authenticationMethods().stream()
                .filter(method -> method.type() != AuthenticationType.OAUTH2_AUTHORIZATION_CODE);
    }

    @AfterEach
    void behaveAgain() {
        behave("well");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theExamplesOpenIt(AuthenticationMethod method) {
        assertThat(verdict(ask(method))).isEqualTo("OPERATIONAL null");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void anythingElseIsRefused(AuthenticationMethod method) {
        for (var field : method.fields()) {
            if (field.secret()) {
                var wrong = ask(method, field, example -> "x" + example);
                assertThat(wrong.status()).as(field.key()).isEqualTo(AccessStatus.FAILED_AUTHENTICATION);
                assertThat(wrong.reason())
                        .as(field.key())
                        .isIn(CheckReason.CREDENTIALS_REFUSED, CheckReason.CREDENTIALS_UNUSABLE);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "broken, SYSTEM_UNREACHABLE HTTP_STATUS",
        "busy, OPERATIONAL RATE_LIMITED",
        "busy_silently, OPERATIONAL RATE_LIMITED",
        "astray, SYSTEM_UNREACHABLE UNEXPECTED_ANSWER"
    })
    void itsMisbehaviourIsSeenThroughEveryMethod(String behaviour, String expected) {
        behave(behaviour);

        assertThat(methods()).allSatisfy(method -> {
            var check = ask(method);
            assertThat(verdict(check)).as(method.key()).isEqualTo(expected);
            assertThat(check.hint()).as(method.key()).contains("switch");
        });
    }

    @Test
    void aClockThatIsOffIsSeenByWhatIsSigned() {
        behave("early");

        assertThat(methods())
                .allSatisfy(method -> assertThat(verdict(ask(method)))
                        .as(method.key())
                        .isEqualTo(isSigned(method) ? "FAILED_AUTHENTICATION CLOCK" : "OPERATIONAL null"));
    }

    private static boolean isSigned(AuthenticationMethod method) {
        return Set.of("oauth1", "private-key-jwt", "jwt-bearer").contains(method.key());
    }

    @Test
    void oneKeyLacksPermissionsAndOneIsForTryingOnly() {
        var method = DEMO_SHOP.method("api-key").orElseThrow();
        var key = method.field("api_key").orElseThrow();

        assertThat(verdict(ask(method, key, example -> "demo-poor-key"))).isEqualTo("OPERATIONAL PERMISSION");
        assertThat(verdict(ask(method, key, example -> "demo-sandbox-key")))
                .isEqualTo("FAILED_AUTHENTICATION WRONG_ENVIRONMENT");
        assertThat(verdict(ask(Environment.TEST, method, key, example -> "demo-sandbox-key")))
                .isEqualTo("OPERATIONAL null");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theExampleOfTheAddressIsWhereAPlainStartPutsIt(AuthenticationMethod method) {
        assertThat(method.fields())
                .filteredOn(field -> field.destinations().getFirst().place() == Place.BASE_URL)
                .extracting(CredentialField::example)
                .containsExactly("http://localhost:8080/demo-shop");
        assertThat(DEMO_SHOP.baseUrls().values()).allMatch("{+address}"::equals);
    }

    @Test
    void itsPageIsForEverybody() {
        var page = ApiClient.send(
                program("").request("/demo-shop/").header("Accept", "text/html").build());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<h1>Demo Shop</h1>", address());
        assertThat(page.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void itsPageNamesWhatOpensIt() {
        var page = ApiClient.send(program("").request("/demo-shop/").build()).body();

        assertThat(methods().flatMap(method -> method.fields().stream()))
                .filteredOn(field -> field.destinations().getFirst().place() != Place.BASE_URL
                        && field.destinations().getFirst().place() != Place.PRIVATE_KEY)
                .allSatisfy(field -> assertThat(page).contains("<code>" + field.example() + "</code>"));
    }

    @Test
    void itsTokensOpenNothingOfPatchbay() {
        assertThat(program("demo-token")
                        .post("{\"query\":\"{ viewer { name } }\"}")
                        .statusCode())
                .isEqualTo(401);
    }

    private Check ask(AuthenticationMethod method) {
        return ask(method, method.fields().getFirst(), UnaryOperator.identity());
    }

    private Check ask(AuthenticationMethod method, CredentialField changed, UnaryOperator<String> change) {
        return ask(Environment.LIVE, method, changed, change);
    }

    private Check ask(
            Environment environment,
            AuthenticationMethod method,
            CredentialField changed,
            UnaryOperator<String> change) {
        var values = method.fields().stream().collect(Collectors.toMap(CredentialField::key, field -> {
            var example = field.destinations().getFirst().place() == Place.BASE_URL ? address() : field.example();
            return new Secret(field.equals(changed) ? change.apply(example) : example);
        }));
        return checks.check(new Checks.Question(DEMO_SHOP, environment, method, values));
    }

    private static String verdict(Check check) {
        return check.status() + " " + check.reason();
    }

    private void behave(String behaviour) {
        var answer = ApiClient.send(HttpRequest.newBuilder(URI.create(address() + "/switches/behaviour"))
                .header("X-Demo-Shop", "switch")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("behaviour=" + behaviour))
                .build());
        assertThat(answer.statusCode()).isIn(200, 303);
    }

    private String address() {
        return "http://localhost:" + port + "/demo-shop";
    }
}
