package io.patchbay.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers behind servers make of a path: each may decode what the one before it has decoded already. */
class ProxyPathTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The digits of an encoding, encoded themselves.
                "/%25%32%65%25%32%65/a",
                "/a%25%32%66b",
                "/%2%35c%2%35c",
                // More layers than anybody honest needs.
                "/%2525252e%2525252e/a",
                "/%252525252525252e/a",
                "/a%2525252525252fb",
                // A dot or a slash in more bytes than it needs.
                "/%e0%80%ae%e0%80%ae/a",
                "/a%e0%80%afb",
                "/%f0%80%80%ae%f0%80%80%ae/a",
                "/%f8%80%80%80%ae/a",
                "/%fc%80%80%80%80%ae/a",
                "/%25e0%2580%25ae/a",
                // What some cut off before they look at the dots.
                "/..%3fx/a",
                "/..%23/a",
                "/..%253b/a",
                "/..%20/a",
                "/.%20",
                "/..%253f/a",
                // What looks like a slash, a backslash or dots, and becomes it where text is brought into its plain
                // form.
                "/%ef%bc%8e%ef%bc%8e/a",
                "/%ef%bc%8e./a",
                "/%e2%80%a5/a",
                "/%e2%80%a4%e2%80%a4/a",
                "/a%ef%bc%8fb",
                "/a%ef%bc%bcb",
                "/%e2%84%80",
                "/a%25ef%25bc%258fb",
            })
    void whatIsHiddenInLayersIsRefused(String path) {
        assertThat(ProxyPath.fault(path)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a%20.%20b",
                "/a..%3fb",
                "/what%3F",
                "/%231",
                "/100%2525",
                "/50%25off",
                "/%E3%81%82",
                "/%F0%9F%98%80",
                "/%E0%A4%95",
                "/caf%E9",
                "/%E3%81%82%EF%BC%8E%E3%81%84",
                "/..a/a../.a",
            })
    void whatOnlyLooksOddGoesOn(String path) {
        assertThat(ProxyPath.fault(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "%20", "%25", "a/", "\u00e9"})
    void noLengthIsTooMuchToLookAt(String part) {
        var path = "/" + part.repeat(60_000);

        assertThat(ProxyPath.fault(path).isPresent()).isEqualTo(part.equals("\u00e9"));
        assertThat(ProxyQuery.fault(part.repeat(60_000)).isPresent()).isEqualTo(part.equals("\u00e9"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "?", "*", "http://elsewhere.example/", "@elsewhere.example", ":80/"})
    void whatDoesNotBeginWithASlashIsNoPathBelowAnything(String path) {
        assertThat(ProxyPath.fault(path)).isPresent();
    }
}
