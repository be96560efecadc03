package io.patchbay.demoshop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractMap.SimpleEntry;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.web.servlet.function.ServerRequest;

/** Requests signed by OAuth 1.0a with HMAC-SHA256 (RFC 5849), each of them good once and for a few minutes. */
final class SignedRequests {

    static final String CONSUMER_KEY = "demo-consumer";
    static final String CONSUMER_SECRET = "demo-consumer-secret";
    static final String TOKEN = "demo-access";
    static final String TOKEN_SECRET = "demo-access-secret";

    private static final String SCHEME = "oauth ";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Clock clock;
    private final Expiring<String> nonces;

    SignedRequests(Clock clock) {
        this.clock = clock;
        this.nonces = new Expiring<>(clock, TOLERANCE.multipliedBy(2));
    }

    static boolean isOne(String authorization) {
        return authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME);
    }

    Optional<Visitor> visitor(ServerRequest request, String authorization) {
        var parameters = parameters(authorization.substring(SCHEME.length()));
        return known(parameters)
                        && isFresh(parameters)
                        && isSigned(request, parameters)
                        && isNew(parameters.getOrDefault("oauth_nonce", ""))
                ? Optional.of(Visitor.by("oauth1"))
                : Optional.empty();
    }

    private static boolean known(Map<String, String> parameters) {
        return CONSUMER_KEY.equals(parameters.get("oauth_consumer_key"))
                && TOKEN.equals(parameters.get("oauth_token"))
                && "HMAC-SHA256".equals(parameters.get("oauth_signature_method"));
    }

    private boolean isFresh(Map<String, String> parameters) {
        var timestamp = parameters.getOrDefault("oauth_timestamp", "");
        return timestamp.matches("[0-9]{1,12}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant())
                                .abs()
                                .compareTo(TOLERANCE)
                        <= 0;
    }

    private boolean isNew(String nonce) {
        synchronized (nonces) {
            if (nonce.isEmpty() || nonces.find(nonce).isPresent()) {
                return false;
            }
            nonces.keep(nonce, nonce);
            return true;
        }
    }

    private static boolean isSigned(ServerRequest request, Map<String, String> parameters) {
        var expected = hmac(base(request, parameters));
        var given = parameters.getOrDefault("oauth_signature", "");
        return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }

    /** Section 3.4.1: the method, the address and every parameter but the signature, in order. */
    private static String base(ServerRequest request, Map<String, String> parameters) {
        var signed = Stream.concat(
                        parameters.entrySet().stream()
                                .filter(parameter -> !parameter.getKey().equals("oauth_signature")
                                        && !parameter.getKey().equals("realm")),
                        query(request.uri()))
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .sorted()
                .collect(Collectors.joining("&"));
        return request.method().name() + "&" + encoded(address(request.uri())) + "&" + encoded(signed);
    }

    private static String address(URI uri) {
        boolean usual = uri.getPort() == -1 || uri.getPort() == (uri.getScheme().equals("https") ? 443 : 80);
        return uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + uri.getPort())
                + uri.getRawPath();
    }

    private static Stream<Map.Entry<String, String>> query(URI uri) {
        return uri.getRawQuery() == null
                ? Stream.empty()
                : Stream.of(uri.getRawQuery().split("&"))
                        .map(parameter -> parameter.split("=", 2))
                        .map(parts -> new SimpleEntry<>(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : ""));
    }

    private static Map<String, String> parameters(String list) {
        var parameters = new HashMap<String, String>();
        for (var part : list.split(",")) {
            var parts = part.strip().split("=", 2);
            if (parts.length == 2 && parts[1].length() >= 2 && parts[1].startsWith("\"") && parts[1].endsWith("\"")) {
                parameters.put(parts[0], decoded(parts[1].substring(1, parts[1].length() - 1)));
            }
        }
        return parameters;
    }

    private static String hmac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var key = encoded(CONSUMER_SECRET) + "&" + encoded(TOKEN_SECRET);
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HmacSHA256", missing);
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
