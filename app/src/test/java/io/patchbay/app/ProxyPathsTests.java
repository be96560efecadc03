package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a path is spelled like, it comes out below the base URL or not at all. */
class ProxyPathsTests extends ProxyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..",
                "/../",
                "/../admin",
                "/a/../../admin",
                "/a/..",
                "/.",
                "/./a",
                "/a/.",
                "//",
                "//a",
                "/a//b",
                "/a//",
                "/%2e%2e/a",
                "/%2E%2e/a",
                "/.%2e/a",
                "/%2e./a",
                "/%2e/a",
                "/a%2fb",
                "/a%2Fb",
                "/a%2f..%2fb",
                "/a%5cb",
                "/a%5Cb",
                "/..%5c",
                "/a\\b",
                "/..\\",
                "/%252e%252e/a",
                "/a%252fb",
                "/a%255cb",
                "/a%25252fb",
                "/%25252e%25252e/a",
                "/a%00",
                "/a%00.json",
                "/a%2500",
                "/a%0a",
                "/a%0d%0aX:y",
                "/a%09b",
                "/a%7f",
                "/..;/a",
                "/..;x=y/a",
                "/.;/a",
                "/%2e%2e;/a",
                "/..%3b/a",
                "/%c0%ae%c0%ae/a",
                "/a%c0%afb",
                "/%u002e%u002e/a",
                "/a%",
                "/a%2",
                "/a%zz",
                "/a|b",
                "/a{b}",
                "/a<b",
                "/a\"b",
                "/a^b",
                "/a`b",
                "/a[b",
                "/../../../graphql",
                "/../../../../../../etc/passwd",
                "/../../instances",
                "/%2e%2e/%2e%2e/%2e%2e/graphql",
                "/a/..;/..;/admin",
                "/..%23/a",
                "/..%20/a",
                "/..%00/a",
                "/..%5c..%5ca",
                "/%2f%2fevil.example/a",
                "/a%e0%80%afb",
                "/%ef%bc%8e%ef%bc%8e/a",
                "/a%ef%bc%8fb",
            })
    void attacks(String attack) {
        var answer = raw("GET " + path(attack));

        assertThat(echo.received()).isEmpty();
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Patchbay-Error")).as(answer.text()).contains("PATH_REFUSED");
        assertThat(answer.header("Content-Type")).contains("application/json;charset=UTF-8");
        assertThat(answer.body()).contains("\"code\":\"PATH_REFUSED\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'', /base",
        "/, /base/",
        "/a, /base/a",
        "/a/, /base/a/",
        "/a.b/c-d_e~f, /base/a.b/c-d_e~f",
        "/..., /base/...",
        "/a..b, /base/a..b",
        "/.well-known, /base/.well-known",
        "/a;b=c/d, /base/a;b=c/d",
        "/Items('A1'), /base/Items('A1')",
        "/a%20b%3F, /base/a%20b%3F",
        "/%C3%A9t%c3%a9, /base/%C3%A9t%c3%a9",
        "/100%25, /base/100%25",
        "/%E3%81%82%EF%BC%8E%E3%81%84, /base/%E3%81%82%EF%BC%8E%E3%81%84",
        "/a:b@c, /base/a:b@c",
        "/a?x=%2f..%2f&y=[1]&z=a+b%20c&&=, /base/a?x=%2f..%2f&y=[1]&z=a+b%20c&&=",
        "/a?, /base/a?",
        "/a??b=/c//../d, /base/a??b=/c//../d",
    })
    void honestPathsAndQueriesGoByteForByte(String sent, String received) {
        var answer = raw("GET " + path(sent));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(echo.one().target()).isEqualTo(received);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?a=%", "?a=%zz", "?a={b}", "?a=b|c", "?a=\"b\"", "?a=<b>", "?a=b\\c", "?a=b^c"})
    void oddQueriesAreRefused(String query) {
        var answer = raw("GET " + path("/a" + query));

        assertThat(echo.received()).isEmpty();
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Patchbay-Error")).contains("QUERY_REFUSED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/proxy",
                "/proxy/",
                "/proxy/connectors",
                "/proxy/connectors/",
                "/proxy/connectors//a",
                "/proxy/connectors/x/a",
                "/proxy/instances/%2e%2e/a",
                "/proxy/drafts/x/a",
                "/Proxy/connectors/x",
            })
    void otherAddressesAreNobodys(String address) {
        var answer = raw("GET " + address);

        assertThat(echo.received()).isEmpty();
        assertThat(answer.status()).isBetween(302, 404);
        assertThat(answer.status()).isNotEqualTo(200);
    }
}
