package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ForwardingTests {

    private static final String PROXY = "10.1.2.3";

    @Test
    void aTrustedProxysWordCounts() throws Exception {
        var seen = through(request(PROXY, "203.0.113.7"), "10.0.0.0/8");

        assertThat(seen.getRemoteAddr()).isEqualTo("203.0.113.7");
        assertThat(seen.getScheme()).isEqualTo("https");
        assertThat(seen.getServerName()).isEqualTo("patchbay.example");
    }

    @Test
    void nobodyElsesWordCounts() throws Exception {
        for (var trusted : List.of(List.<String>of(), List.of("192.168.0.0/16"))) {
            var seen = through(request(PROXY, "203.0.113.7"), trusted.toArray(String[]::new));

            assertThat(seen.getRemoteAddr()).isEqualTo(PROXY);
            assertThat(seen.getScheme()).isEqualTo("http");
            assertThat(seen.getServerName()).isEqualTo("localhost");
            assertThat(seen.getHeader("X-Forwarded-For")).isNull();
            assertThat(seen.getHeader("X-Forwarded-Host")).isNull();
        }
    }

    @Test
    void whatTheClientItselfPutBeforeIsNotBelieved() throws Exception {
        var seen = through(request(PROXY, "127.0.0.1, 198.51.100.1, 203.0.113.7, 10.9.9.9"), "10.0.0.0/8");

        assertThat(seen.getRemoteAddr()).isEqualTo("203.0.113.7");
    }

    @Test
    void severalHeadersAreOneChain() throws Exception {
        var request = request(PROXY, "198.51.100.1");
        request.addHeader("X-Forwarded-For", "203.0.113.7");

        assertThat(through(request, "10.0.0.0/8").getRemoteAddr()).isEqualTo("203.0.113.7");
    }

    @Test
    void theOtherHeaderForTheSameIsNotBelieved() throws Exception {
        var request = request(PROXY, "203.0.113.7");
        request.addHeader("Forwarded", "for=198.51.100.1;host=evil.example");

        var seen = through(request, "10.0.0.0/8");
        assertThat(seen.getRemoteAddr()).isEqualTo("203.0.113.7");
        assertThat(seen.getServerName()).isEqualTo("patchbay.example");
    }

    @Test
    void noProxyMovesTheAddresses() throws Exception {
        var request = request(PROXY, "203.0.113.7");
        request.addHeader("X-Forwarded-Prefix", "/elsewhere");

        assertThat(through(request, "10.0.0.0/8").getContextPath()).isEmpty();
    }

    @Test
    void whatCannotBePartOfAnAddressIsABadRequest() throws Exception {
        for (var host : List.of("[", "a:b", "evil.example/x", "a b", "x:999999", "patchbay.example, ]")) {
            var request = plain(PROXY, "localhost");
            request.addHeader("X-Forwarded-Host", host);
            assertThat(through(request, "10.0.0.0/8")).as(host).isNull();
        }
        for (var scheme : List.of("javascript", "", "https, x")) {
            var request = plain(PROXY, "localhost");
            request.addHeader("X-Forwarded-Proto", scheme);
            assertThat(through(request, "10.0.0.0/8")).as(scheme).isNull();
        }
    }

    @Test
    void nonsenseInTheChainIsNoAddressOfAProxy() throws Exception {
        assertThat(through(request(PROXY, "203.0.113.7, not an address"), "10.0.0.0/8")
                        .getRemoteAddr())
                .isNotEqualTo("203.0.113.7");
    }

    @Test
    void onlyWhoComesOverLoopbackByALoopbackNameAndThroughNoProxySitsAtTheMachine() throws Exception {
        assertThat(atTheMachine(plain("127.0.0.1", "localhost"))).isTrue();
        assertThat(atTheMachine(plain("0:0:0:0:0:0:0:1", "[::1]"))).isTrue();
        assertThat(atTheMachine(plain("127.0.0.1", "evil.example"))).isFalse();
        assertThat(atTheMachine(plain("203.0.113.7", "localhost"))).isFalse();
        for (var header : List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via")) {
            var forwarded = plain("127.0.0.1", "localhost");
            forwarded.addHeader(header, "127.0.0.1");
            assertThat(atTheMachine(forwarded)).as(header).isFalse();
        }
    }

    private static boolean atTheMachine(MockHttpServletRequest request) throws Exception {
        return Boolean.TRUE.equals(through(request, "127.0.0.1").getAttribute(ForwardedRequests.AT_THE_MACHINE));
    }

    private static MockHttpServletRequest request(String from, String chain) {
        var request = plain(from, "localhost");
        request.addHeader("X-Forwarded-For", chain);
        request.addHeader("X-Forwarded-Proto", "https");
        request.addHeader("X-Forwarded-Host", "patchbay.example");
        return request;
    }

    private static MockHttpServletRequest plain(String from, String host) {
        var request = new MockHttpServletRequest("GET", "/");
        request.setRemoteAddr(from);
        request.setServerName(host);
        return request;
    }

    /** What the rest of the application sees of a request. */
    private static HttpServletRequest through(MockHttpServletRequest request, String... trusted) throws Exception {
        var settings = new PatchbaySettings(
                Path.of("unused"),
                URI.create("https://patchbay.example"),
                Stream.of(trusted).toList(),
                "closed");
        var seen = new AtomicReference<HttpServletRequest>();
        new ForwardedRequests(settings)
                .doFilter(
                        request,
                        new MockHttpServletResponse(),
                        (passed, response) -> seen.set((HttpServletRequest) passed));
        return seen.get();
    }
}
