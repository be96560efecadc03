package io.patchbay.demoshop;

import static org.springframework.http.MediaType.APPLICATION_FORM_URLENCODED;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A shop of the test's own, whose time passes only when the test says so. */
final class ShopUnderTest {

    static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};
    static final Consumer<HttpHeaders> CLIENT = basic("demo-client", "demo-client-secret");

    final List<Duration> pauses = new ArrayList<>();

    private final StoppedClock clock = new StoppedClock();
    private final RestTestClient client = RestTestClient.bindToRouterFunction(new DemoShop(clock, pauses::add).routes())
            .build();

    RestTestClient.ResponseSpec get(String path, Consumer<HttpHeaders> headers) {
        return client.get().uri("/demo-shop" + path).headers(headers).exchange();
    }

    RestTestClient.ResponseSpec post(String path, String form, Consumer<HttpHeaders> headers) {
        return client.post()
                .uri("/demo-shop" + path)
                .contentType(APPLICATION_FORM_URLENCODED)
                .headers(headers)
                .body(form)
                .exchange();
    }

    /** The client of {@link RestTestClient}, for what is no form. */
    RestTestClient client() {
        return client;
    }

    String token() {
        return (String) post("/oauth/token", "grant_type=client_credentials", CLIENT)
                .expectStatus()
                .isOk()
                .expectBody(OBJECT)
                .returnResult()
                .getResponseBody()
                .get("access_token");
    }

    void goOn(Duration duration) {
        clock.now = clock.now.plus(duration);
    }

    static Consumer<HttpHeaders> basic(String name, String password) {
        return headers -> headers.setBasicAuth(name, password, StandardCharsets.UTF_8);
    }

    static Consumer<HttpHeaders> bearer(String token) {
        return headers -> headers.setBearerAuth(token);
    }

    static Consumer<HttpHeaders> header(String name, String value) {
        return headers -> headers.set(name, value);
    }

    static Consumer<HttpHeaders> nothing() {
        return headers -> {};
    }

    private static final class StoppedClock extends Clock {

        private Instant now = Instant.parse("2026-11-22T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
