package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.app.SpanReceiver.Span;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** With somewhere to send traces to, one can be followed from the client to the vendor. */
@DirtiesContext
class TracesTests extends WholeApplication {

    private static final SpanReceiver COLLECTOR = new SpanReceiver();

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CALLER = "00f067aa0ba902b7";
    private static final String SECRET = "hunt-this-key-in-the-spans";

    private static final long SERVER = 2;
    private static final long CLIENT = 3;

    @DynamicPropertySource
    static void collector(DynamicPropertyRegistry registry) {
        registry.add("OTEL_EXPORTER_OTLP_ENDPOINT", COLLECTOR::endpoint);
    }

    @AfterAll
    static void stop() {
        COLLECTOR.close();
    }

    @Test
    void aCheckIsFollowedFromTheClientToTheVendorWhoIsToldNothing() throws Exception {
        var company = companies.register();
        var program = program(company.token());
        try (var vendor = new CountingVendor()) {
            var id = connector(program, vendor.address(7654321));

            ApiClient.send(program.request("/graphql")
                    .header("Content-Type", "application/json")
                    .header("X-Request-Id", "to-be-followed")
                    // Not sampled, as far as the caller is concerned, whose concern it is not.
                    .header("traceparent", "00-" + TRACE + "-" + CALLER + "-00")
                    .POST(BodyPublishers.ofString(ApiClient.text(Map.of(
                            "query",
                            "mutation Named($id: ID!) { checkConnector(input: {id: $id}) { check { status } } }",
                            "variables",
                            Map.of("id", id)))))
                    .build());
            await("the trace")
                    .atMost(PATIENCE)
                    .until(() -> find("mutation checkConnector").isPresent());
            assertThat(vendor.seen()).isOne();
            assertThat(vendor.traceHeaders()).isZero();

            var operation = find("mutation checkConnector").orElseThrow();
            assertThat(operation.parent()).isEqualTo(CALLER);
            assertThat(operation.kind()).isEqualTo(SERVER);
            assertThat(operation.attributes())
                    .containsEntry("field", "checkConnector")
                    .containsEntry("outcome", "ok")
                    .containsEntry("patchbay.request_id", "to-be-followed");
            var useCase = find("ConnectorChecking.check").orElseThrow();
            var check = find("check").orElseThrow();
            var request =
                    trace().filter(span -> span.kind() == CLIENT).findFirst().orElseThrow();
            assertThat(useCase.below(operation)).isTrue();
            assertThat(check.below(useCase)).isTrue();
            assertThat(check.attributes()).containsEntry("system", "demo-shop");
            assertThat(request.below(check)).isTrue();
            assertThat(request.name()).isEqualTo("GET");
            assertThat(request.attributes())
                    .containsEntry("server.address", "localhost")
                    .containsKey("http.response.status_code");
            assertThat(COLLECTOR.text())
                    .contains("patchbay", "ConnectorChecking")
                    .doesNotContain(SECRET, "Named", company.token(), id, "/7654321");
        }
    }

    @Test
    void aProxiedRequestIsASpanBelowWhatCausedItWithoutPathQueryAndSecret() throws Exception {
        var company = companies.register();
        var program = program(company.token());
        try (var vendor = new CountingVendor()) {
            var id = connector(program, vendor.address(1));

            ApiClient.send(program.request("/proxy/connectors/" + id + "/hunt-this-path?hunt-this-query=1")
                    .build());
            await("the spans")
                    .atMost(PATIENCE)
                    .until(() ->
                            named("proxy").isPresent() && requestBelow("proxy").isPresent());

            var proxy = named("proxy").orElseThrow();
            var request = requestBelow("proxy").orElseThrow();
            assertThat(proxy.attributes()).containsEntry("system", "demo-shop").containsKey("patchbay.request_id");
            assertThat(request.name()).isEqualTo("GET");
            assertThat(request.attributes())
                    .containsEntry("http.request.method", "GET")
                    .containsEntry("server.address", "localhost")
                    .containsKey("http.response.status_code");
            assertThat(vendor.traceHeaders()).isZero();
            assertThat(COLLECTOR.text())
                    .doesNotContain(SECRET, "hunt-this-path", "hunt-this-query", company.token(), id);
        }
    }

    @Test
    void aProxiedRequestGoesOnInTheTraceOfTheProgramThatSentIt() throws Exception {
        var theirs = "0af7651916cd43dd8448eb211c80319c";
        var company = companies.register();
        var program = program(company.token());
        try (var vendor = new CountingVendor()) {
            var id = connector(program, vendor.address(2));

            ApiClient.send(program.request("/proxy/connectors/" + id + "/orders")
                    // Kept or not is not the caller's to say here either.
                    .header("traceparent", "00-" + theirs + "-" + CALLER + "-00")
                    .build());
            await("the trace")
                    .atMost(PATIENCE)
                    .until(() -> all("proxy")
                            .anyMatch(span -> span.trace().equals(theirs)
                                    && COLLECTOR.spans().stream()
                                            .anyMatch(it -> it.kind() == CLIENT && it.below(span))));

            var proxy = all("proxy")
                    .filter(span -> span.trace().equals(theirs))
                    .findFirst()
                    .orElseThrow();
            assertThat(proxy.parent()).isEqualTo(CALLER);
            assertThat(proxy.kind()).isEqualTo(SERVER);
            assertThat(vendor.parents()).containsExactly("00-" + theirs + "-" + CALLER + "-00");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-0af7651916cd43dd8448eb211c80319d-0000000000000000-01",
                "ff-0af7651916cd43dd8448eb211c80319d-00f067aa0ba902b7-01",
                "00-0AF7651916CD43DD8448EB211C80319D-00f067aa0ba902b7-01",
            })
    void aTraceparentThatIsNoneBeginsATraceOfItsOwn(String parent) throws Exception {
        var company = companies.register();
        var program = program(company.token());
        try (var vendor = new CountingVendor()) {
            var id = connector(program, vendor.address(3));
            var mark = "begun-anew-" + System.nanoTime();

            ApiClient.send(program.request("/proxy/connectors/" + id + "/orders")
                    .header("X-Request-Id", mark)
                    .header("traceparent", parent)
                    .build());
            await("the span").atMost(PATIENCE).until(() -> of(mark).isPresent());

            var proxy = of(mark).orElseThrow();
            assertThat(proxy.parent()).isEmpty();
            assertThat(proxy.trace()).hasSize(32).isNotEqualToIgnoringCase("0af7651916cd43dd8448eb211c80319d");
        }
    }

    @Test
    void aRequestForATokenIsPartOfWhatNeededIt() {
        var program = programOfANewCompany();
        var id = connector(
                program, "login", Map.of("address", demoShop(), "user", "demo-user", "password", "demo-user-password"));

        program.mutate("checkConnector", "CheckInput", Map.of("id", id), "check { status }");
        await("the trace")
                .atMost(PATIENCE)
                .until(() -> all("token").findAny().isPresent()
                        && all("check").anyMatch(check -> all("token").anyMatch(token -> sameTrace(token, check))));

        var token = all("token").findFirst().orElseThrow();
        assertThat(token.attributes()).containsEntry("system", "demo-shop").containsEntry("outcome", "ISSUED");
        var check = all("check").filter(it -> sameTrace(it, token)).findFirst().orElseThrow();
        assertThat(token.below(check)).isTrue();
        assertThat(COLLECTOR.text()).doesNotContain("demo-user-password");
    }

    @Test
    void whatIsPartOfNothingThatIsWatchedFillsNoCollector() {
        var program = programOfANewCompany();
        connector(program, "api-key", Map.of("address", demoShop(), "api_key", SECRET));

        await("a trace")
                .atMost(PATIENCE)
                .until(() -> all("mutation createConnector").findAny().isPresent());

        assertThat(COLLECTOR.spans().stream()
                        .filter(span -> span.parent().isEmpty())
                        .map(Span::name))
                .isNotEmpty()
                .noneMatch(name -> name.contains("."));
    }

    private String demoShop() {
        return "http://localhost:" + port + "/demo-shop";
    }

    private static Stream<Span> all(String name) {
        return COLLECTOR.spans().stream().filter(span -> span.name().equals(name));
    }

    private static boolean sameTrace(Span one, Span other) {
        return one.trace().equals(other.trace());
    }

    private static Optional<Span> of(String requestId) {
        return all("proxy")
                .filter(span -> requestId.equals(span.attributes().get("patchbay.request_id")))
                .findFirst();
    }

    private static Optional<Span> requestBelow(String name) {
        return COLLECTOR.spans().stream()
                .filter(span ->
                        span.kind() == CLIENT && named(name).filter(span::below).isPresent())
                .findFirst();
    }

    private static Optional<Span> named(String name) {
        return COLLECTOR.spans().stream()
                .filter(span -> span.name().equals(name))
                .findFirst();
    }

    private static Optional<Span> find(String name) {
        return trace().filter(span -> span.name().equals(name)).findFirst();
    }

    private static Stream<Span> trace() {
        return COLLECTOR.spans().stream().filter(span -> span.trace().equals(TRACE));
    }

    private static String connector(ApiClient program, String address) {
        return connector(program, "api-key", Map.of("address", address, "api_key", SECRET));
    }

    private static String connector(ApiClient program, String method, Map<String, String> credentials) {
        var input = new HashMap<String, Object>(Map.of(
                "systemSlug",
                "demo-shop",
                "name",
                "Shop",
                "environment",
                "LIVE",
                "authenticationMethod",
                method,
                "credentials",
                credentials.entrySet().stream()
                        .map(it -> DemoShop.credential(it.getKey(), it.getValue()))
                        .toList()));
        return DemoShop.createConnector(program, input).at("/connector/id").asString();
    }
}
