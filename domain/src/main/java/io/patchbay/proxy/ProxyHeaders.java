package io.patchbay.proxy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which headers go on, in either direction. */
final class ProxyHeaders {

    /** What every header of Patchbay's own begins with. */
    static final String OURS = "patchbay-";

    /** By which programs name one of a system's other hosts. */
    static final String HOST = "Patchbay-Host";

    /** What a system calls the request; {@code X-Request-Id} of an answer is what Patchbay calls it. */
    static final String SYSTEM_REQUEST_ID = "Patchbay-System-Request-Id";

    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authentication-info",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    /** What tells the system of the program, of Patchbay or of the way in between, or would send it elsewhere. */
    private static final Set<String> NOT_SENT = Set.of(
            "authorization",
            "cookie",
            "content-length",
            "cf-connecting-ip",
            "client-ip",
            "expect",
            "forwarded",
            "host",
            "true-client-ip",
            "via",
            "x-client-ip",
            "x-cluster-client-ip",
            "x-host",
            "x-http-host-override",
            "x-original-forwarded-for",
            "x-original-host",
            "x-original-url",
            "x-patchbay-client",
            "x-real-ip",
            "x-rewrite-url");

    /** What a vendor may say to its own visitors, and not to those of Patchbay's address. */
    private static final Set<String> NOT_HANDED_BACK = Set.of(
            "alt-svc",
            "authentication-info",
            "clear-site-data",
            "content-length",
            "content-security-policy",
            "content-security-policy-report-only",
            "expect-ct",
            "nel",
            "origin-agent-cluster",
            "public-key-pins",
            "public-key-pins-report-only",
            "refresh",
            "report-to",
            "reporting-endpoints",
            "service-worker-allowed",
            "set-cookie",
            "set-cookie2",
            "strict-transport-security",
            "www-authenticate",
            "x-content-type-options",
            "x-frame-options");

    /** RFC 9110's token; another name could be read as the end of a header. */
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** What RFC 9110 has a blank put in the place of (section 5.5). */
    private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n\\x00]");

    private static final Set<String> METHOD_OVERRIDES =
            Set.of("x-http-method-override", "x-http-method", "x-method-override");

    private ProxyHeaders() {}

    static List<HeaderLine> sent(List<HeaderLine> headers) {
        var named = namedByConnection(headers);
        return headers.stream()
                .filter(header -> {
                    var key = asVariable(header);
                    return !HOP_BY_HOP.contains(key)
                            && !NOT_SENT.contains(key)
                            && !key.startsWith("x-forwarded")
                            && !key.startsWith(OURS)
                            && !named.contains(header.key());
                })
                .toList();
    }

    static List<HeaderLine> handedBack(List<HeaderLine> headers) {
        var named = namedByConnection(headers);
        return headers.stream()
                .filter(header -> {
                    var key = header.key();
                    return !HOP_BY_HOP.contains(key)
                            && !NOT_HANDED_BACK.contains(key)
                            && !key.startsWith("access-control-")
                            && !key.startsWith(OURS)
                            && !named.contains(key)
                            && NAME.matcher(header.name()).matches();
                })
                .map(header -> new HeaderLine(
                        header.key().equals("x-request-id") ? SYSTEM_REQUEST_ID : header.name(),
                        LINE_BREAK.matcher(header.value()).replaceAll(" ")))
                .toList();
    }

    /** The methods that the system is to act by, as servers read it that believe such headers. */
    static Stream<String> methods(List<HeaderLine> headers) {
        return headers.stream()
                .filter(header -> METHOD_OVERRIDES.contains(asVariable(header)))
                .map(header -> header.value().strip().toUpperCase(Locale.ROOT));
    }

    /** Servers that hand headers on as variables take an underscore for a hyphen, so nothing gets past a rule by one. */
    private static String asVariable(HeaderLine header) {
        return header.key().replace('_', '-');
    }

    private static Set<String> namedByConnection(List<HeaderLine> headers) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Connection"))
                .flatMap(header -> Stream.of(header.value().split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
