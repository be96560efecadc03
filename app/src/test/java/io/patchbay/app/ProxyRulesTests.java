package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.system.ProxyRules;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.system.SystemId;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

/** A system that takes two methods and has a second host, at an installation where a token may have two requests under way. */
@TestPropertySource(properties = "patchbay.proxy.at-once=2")
class ProxyRulesTests extends ProxyTest {

    private static final EchoServer FILES = files();

    @BeforeEach
    void echoesAgain() {
        echo.answer(EchoServer.HELLO);
        FILES.answer(EchoServer.HELLO);
        echo.received();
        FILES.received();
    }

    @AfterAll
    static void stopFiles() throws IOException {
        FILES.close();
    }

    @Test
    void aHostThatTheDefinitionNamesIsSpokenToWithTheCredentials() {
        var answer = raw("GET " + path("/a?b=c"), "Patchbay-Host: LocalHost:" + FILES.port());

        var received = FILES.one();
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(received.target()).isEqualTo("/a?b=c");
        assertThat(received.headers("Host")).containsExactly("localhost:" + FILES.port());
        assertThat(received.headers("X-Api-Key")).containsExactly("secret-key-of-the-shop");
        assertThat(received.headers("Patchbay-Host")).isEmpty();
        assertThat(echo.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "evil.example", "{named}.evil.example", "{named}/a", "evil.example@{named}", "{base}", "*"})
    void anyOtherIsRefused(String host) {
        var answer = raw(
                "GET " + path("/a"),
                "Patchbay-Host: "
                        + host.replace("{named}", "localhost:" + FILES.port())
                                .replace("{base}", "localhost:" + echo.port()));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Patchbay-Error")).contains("HOST_REFUSED");
        assertThat(echo.received()).isEmpty();
        assertThat(FILES.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "HEAD"})
    void methodsThatTheDefinitionLeavesOutAreNotAllowed(String method) {
        var plain = raw(method + " " + path("/a"));
        var hidden = raw("POST " + path("/a"), "X-HTTP-Method-Override: " + method, "Content-Length: 0");

        assertThat(plain.status()).isEqualTo(405);
        assertThat(plain.header("Allow")).contains("GET, POST");
        assertThat(plain.header("Patchbay-Error")).contains("METHOD_NOT_ALLOWED");
        assertThat(hidden.status()).isEqualTo(405);
        assertThat(echo.received()).isEmpty();
    }

    @Test
    void aTokenThatHasEnoughUnderWayWaitsAndHindersNoOther() {
        var other = program.mutate("createApiToken", "CreateApiTokenInput", Map.of("name", "Other"), "secret")
                .at("/secret")
                .asString();
        var arrived = new CountDownLatch(2);
        var goOn = new CountDownLatch(1);
        echo.answer(exchange -> {
            arrived.countDown();
            goOn.await();
            EchoServer.HELLO.answer(exchange);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var underWay = IntStream.range(0, 2)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> send(program), threads))
                    .toList();
            await().until(() -> arrived.getCount() == 0);
            echo.answer(EchoServer.HELLO);

            var tooMany = raw("GET " + path("/a"));
            assertThat(tooMany.status()).isEqualTo(429);
            assertThat(tooMany.header("Patchbay-Error")).contains("TOO_MANY_REQUESTS");
            assertThat(tooMany.header("Retry-After")).contains("1");
            assertThat(send(program(other)).statusCode()).isEqualTo(200);

            goOn.countDown();
            assertThat(underWay.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                    .containsOnly(200);
            await().until(() -> send(program).statusCode() == 200);
        }
    }

    private HttpResponse<String> send(ApiClient by) {
        return ApiClient.send(by.request(path("/a")).build());
    }

    private static EchoServer files() {
        try {
            return new EchoServer();
        } catch (IOException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    @TestConfiguration
    static class OwnRules {

        @Bean
        @Primary
        SystemDefinitions systemsWithRules(@Qualifier("systems") SystemDefinitions systems) {
            var all = systems.all().stream()
                    .map(system -> system.id().slug().equals("demo-shop") ? withRules(system) : system)
                    .toList();
            return new SystemDefinitions() {

                @Override
                public Optional<SystemDefinition> find(SystemId id) {
                    return all.stream().filter(system -> system.id().equals(id)).findFirst();
                }

                @Override
                public List<SystemDefinition> all() {
                    return all;
                }
            };
        }

        private static SystemDefinition withRules(SystemDefinition system) {
            return new SystemDefinition(
                    system.id(),
                    system.name(),
                    system.category(),
                    system.description(),
                    system.helpLink(),
                    system.colour(),
                    system.iconSvg(),
                    system.baseUrls(),
                    system.defaults(),
                    system.prerequisites(),
                    system.authenticationMethods(),
                    system.proof(),
                    system.limitHeaders(),
                    new ProxyRules(List.of("GET", "POST"), List.of("localhost:" + FILES.port())),
                    system.hints(),
                    system.sources());
        }
    }
}
