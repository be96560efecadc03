package io.patchbay.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.proxy.Forwarder.Forwarded;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers to https://shop.example/api/v1/orders/7?key=k3y-of-the-shop, asked for at /proxy/c. */
class RedirectionTests {

    @ParameterizedTest
    @CsvSource({
        // RFC 3986, 5.4.
        "'', /proxy/c/orders/7",
        "?page=2, /proxy/c/orders/7?page=2",
        "#there, /proxy/c/orders/7#there",
        "8, /proxy/c/orders/8",
        "./8, /proxy/c/orders/8",
        "../customers, /proxy/c/customers",
        "/api/v1, /proxy/c",
        "/api/v1/, /proxy/c/",
        "/api/v1?a=1, /proxy/c?a=1",
        "//shop.example/api/v1/a, /proxy/c/a",
        "https://shop.example:443/api/v1/a, /proxy/c/a",
        "HTTPS://Shop.Example/api/v1/a, /proxy/c/a",
    })
    void belowTheBaseUrlItLeadsToTheProxy(String location, String told) {
        assertThat(redirection().rewritten(location)).contains(told);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v2/a, https://shop.example/api/v2/a",
        "/api/v11, https://shop.example/api/v11",
        "../../../x, https://shop.example/x",
        "../../../../../x, https://shop.example/x",
        "http://shop.example/api/v1/a, http://shop.example/api/v1/a",
        "https://shop.example:8443/api/v1/a, https://shop.example:8443/api/v1/a",
        "https://shop.example.evil.example/api/v1/a, https://shop.example.evil.example/api/v1/a",
        "https://shop.example@evil.example/api/v1/a, https://shop.example@evil.example/api/v1/a",
        "https://user@shop.example/api/v1/a, https://user@shop.example/api/v1/a",
        "https://shop.example:80/api/v1/a, https://shop.example:80/api/v1/a",
        "file:///etc/passwd, file:///etc/passwd",
        "mailto:shop@shop.example, mailto:shop@shop.example",
        // What would be refused if it came back.
        "/api/v1/%2e%2e/a, https://shop.example/api/v1/%2e%2e/a",
        "/api/v1/a%2Fb, https://shop.example/api/v1/a%2Fb",
        "/api/v1//a, https://shop.example/api/v1//a",
        "/api/v1/../../proxy/c/a, https://shop.example/api/v1/../../proxy/c/a",
    })
    void anyOtherIsTheSystemsWholeAddress(String location, String told) {
        assertThat(redirection().rewritten(location)).contains(told);
    }

    @ParameterizedTest
    @CsvSource({
        "?key=k3y-of-the-shop, /proxy/c/orders/7",
        "?key=k3y-of-the-shop&page=2, /proxy/c/orders/7?page=2",
        "?a=1&key=k3y%2Dof%2Dthe%2Dshop#there, /proxy/c/orders/7?a=1#there",
        "https://other.example/x?a=1&key=k3y-of-the-shop&b=2, https://other.example/x?a=1&b=2",
    })
    void parametersWithASecretAreCutOut(String location, String told) {
        assertThat(redirection().rewritten(location)).contains(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/k3y-of-the-shop/a",
                "https://k3y-of-the-shop@shop.example/",
                "https://k3y-of-the-shop.evil.example/",
                "https://evil.example/#key=k3y-of-the-shop",
                "https://evil.example/?key=k3y-of-the-shop#k3y-of-the-shop",
                "/api/v1/k3y%2dof%2dthe%2dshop",
            })
    void whereASecretStandsAnywhereElseNothingIsTold(String location) {
        assertThat(redirection().rewritten(location)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://[", "/a b", "\\\\evil.example\\a", "https://evil.example\\@shop.example/api/v1", "%"})
    void whatIsNoAddressIsNotTold(String location) {
        assertThat(redirection().rewritten(location)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://shop.example, http://shop.example:80/a, /proxy/c/a",
        "http://shop.example/, /a, /proxy/c/a",
        "http://shop.example, /../a, /proxy/c/a",
        "http://shop.example:80, http://shop.example/a, /proxy/c/a",
        "http://shop.example, http://shop.example:443/a, http://shop.example:443/a",
        "http://shop.example, http://shop.example, /proxy/c",
    })
    void aBaseUrlWithoutAPathIsAboveEverythingOfItsHost(String base, String location, String told) {
        assertThat(redirection(base, base.replaceAll("/$", "") + "/orders").rewritten(location))
                .contains(told);
    }

    private static Redirection redirection() {
        return redirection("https://shop.example/api/v1", "https://shop.example/api/v1/orders/7?key=k3y-of-the-shop");
    }

    private static Redirection redirection(String base, String asked) {
        return new Redirection(
                new Forwarded.Answering(
                        302,
                        List.of(),
                        0,
                        new NoBody(),
                        URI.create(asked),
                        URI.create(base),
                        new KnownSecrets(List.of("k3y-of-the-shop"))),
                "/proxy/c");
    }

    private static final class NoBody implements ProxyAnswer.Body {

        @Override
        public int read(byte[] portion) {
            return -1;
        }

        @Override
        public boolean hasMore() {
            return false;
        }

        @Override
        public void close() {
            // Nothing is under way.
        }
    }
}
