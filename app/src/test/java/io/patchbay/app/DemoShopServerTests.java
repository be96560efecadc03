package io.patchbay.app;

import static io.patchbay.system.CredentialDestination.Place.BASE_URL;
import static io.patchbay.system.CredentialDestination.Place.BEARER_TOKEN;
import static io.patchbay.system.CredentialDestination.Place.CLIENT_ID;
import static io.patchbay.system.CredentialDestination.Place.CLIENT_SECRET;
import static io.patchbay.system.CredentialDestination.Place.HEADER;
import static io.patchbay.system.CredentialDestination.Place.PASSWORD;
import static io.patchbay.system.CredentialDestination.Place.USERNAME;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.CredentialDestination.Place;
import io.patchbay.system.CredentialField;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.marketplace.PrebuiltSystems;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the Demo Shop's definition promises of its server, which share no code. */
class DemoShopServerTests extends WholeApplication {

    private static final SystemDefinition DEMO_SHOP =
            PrebuiltSystems.load().find("demo-shop").orElseThrow();

    static Stream<AuthenticationMethod> methods() {
        return DEMO_SHOP.authenticationMethods().stream();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theExamplesOpenIt(AuthenticationMethod method) {
        var answer = prove(method, UnaryOperator.identity());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ApiClient.json(answer).get("authenticatedBy").asString()).isEqualTo(method.key());
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void anythingElseIsRefused(AuthenticationMethod method) {
        var answer = prove(method, example -> example + "x");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().map()).containsKey("www-authenticate").doesNotContainKey("set-cookie");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theExampleOfTheAddressIsWhereAPlainStartPutsIt(AuthenticationMethod method) {
        assertThat(example(method, BASE_URL)).isEqualTo("http://localhost:8080/demo-shop");
        assertThat(DEMO_SHOP.baseUrls().values()).allMatch("{+address}"::equals);
    }

    @Test
    void itsPageIsForEverybody() {
        var page = ApiClient.send(
                program("").request("/demo-shop/").header("Accept", "text/html").build());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<h1>Demo Shop</h1>", "http://localhost:" + port + "/demo-shop");
        assertThat(page.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void itsTokensOpenNothingOfPatchbay() {
        assertThat(program("demo-token")
                        .post("{\"query\":\"{ viewer { name } }\"}")
                        .statusCode())
                .isEqualTo(401);
    }

    /** What the check of a connector will ask, with the examples, of which the secret ones are changed before. */
    private HttpResponse<String> prove(AuthenticationMethod method, UnaryOperator<String> change) {
        var proof = DEMO_SHOP.proof();
        var request = HttpRequest.newBuilder(URI.create(address() + proof.path()));
        proof.headers().forEach(request::header);
        switch (method.type()) {
            case BASIC ->
                request.header(
                        "Authorization", basic(example(method, USERNAME), change.apply(example(method, PASSWORD))));
            case API_KEY ->
                request.header(
                        field(method, HEADER).destinations().getFirst().name(), change.apply(example(method, HEADER)));
            case BEARER -> request.header("Authorization", "Bearer " + change.apply(example(method, BEARER_TOKEN)));
            case OAUTH2_CLIENT_CREDENTIALS -> {
                var token = askForToken(method, change);
                if (token.statusCode() != 200) {
                    return token;
                }
                request.header(
                        "Authorization",
                        "Bearer " + ApiClient.json(token).get("access_token").asString());
            }
            default -> throw new AssertionError("Not tried: " + method);
        }
        return ApiClient.send(request.build());
    }

    private HttpResponse<String> askForToken(AuthenticationMethod method, UnaryOperator<String> change) {
        var address = method.settings().get("tokenUrl").replace("{+address}", address());
        assertThat(method.settings()).containsEntry("clientAuthentication", "header");
        return ApiClient.send(HttpRequest.newBuilder(URI.create(address))
                .header(
                        "Authorization",
                        basic(example(method, CLIENT_ID), change.apply(example(method, CLIENT_SECRET))))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
    }

    private String address() {
        return "http://localhost:" + port + "/demo-shop";
    }

    private static String example(AuthenticationMethod method, Place place) {
        return field(method, place).example();
    }

    private static CredentialField field(AuthenticationMethod method, Place place) {
        return method.fields().stream()
                .filter(field -> field.destinations().getFirst().place() == place)
                .findFirst()
                .orElseThrow();
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
    }
}
