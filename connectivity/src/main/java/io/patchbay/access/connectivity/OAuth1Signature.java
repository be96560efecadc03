package io.patchbay.access.connectivity;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** One signature of one request, as RFC 5849, section 3, makes it. Prints nothing. */
final class OAuth1Signature {

    private final String method;
    private final String consumerSecret;
    private final String tokenSecret;
    private final SequencedMap<String, String> parameters = new LinkedHashMap<>();

    /** The version may be left out, as the standard's examples do; vendors want it. */
    OAuth1Signature(
            String method,
            String consumerKey,
            String consumerSecret,
            String token,
            String tokenSecret,
            long seconds,
            String nonce,
            boolean versioned) {
        this.method = method;
        this.consumerSecret = consumerSecret;
        this.tokenSecret = tokenSecret;
        parameters.put("oauth_consumer_key", consumerKey);
        parameters.put("oauth_token", token);
        parameters.put("oauth_signature_method", method);
        parameters.put("oauth_timestamp", Long.toString(seconds));
        parameters.put("oauth_nonce", nonce);
        if (versioned) {
            parameters.put("oauth_version", "1.0");
        }
    }

    /** The value of the Authorization header; the realm is not signed. */
    String header(String verb, URI address, String form, Optional<String> realm) {
        var parts = new ArrayList<String>();
        realm.ifPresent(
                name -> parts.add("realm=\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\""));
        parameters.forEach((name, value) -> parts.add(quoted(name, value)));
        parts.add(quoted("oauth_signature", signature(verb, address, form)));
        return "OAuth " + String.join(", ", parts);
    }

    String signature(String verb, URI address, String form) {
        var key = encoded(consumerSecret) + "&" + encoded(tokenSecret);
        return switch (method) {
            case "PLAINTEXT" -> key;
            case "HMAC-SHA1" -> hmac("HmacSHA1", key, baseString(verb, address, form));
            case "HMAC-SHA256" -> hmac("HmacSHA256", key, baseString(verb, address, form));
            default -> throw new IllegalStateException("No such signature method: " + method);
        };
    }

    /** @param form a body's parameters, as they are encoded there; empty where the body is no form */
    String baseString(String verb, URI address, String form) {
        List<Map.Entry<String, String>> all = new ArrayList<>(pairs(address.getRawQuery()));
        all.addAll(pairs(form));
        parameters.forEach((name, value) -> all.add(Map.entry(encoded(name), encoded(value))));
        var normal = all.stream()
                .sorted(Map.Entry.<String, String>comparingByKey()
                        .thenComparing(Comparator.comparing(Map.Entry::getValue)))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
        return verb.toUpperCase(Locale.ROOT) + "&" + encoded(address(address)) + "&" + encoded(normal);
    }

    private static String address(URI address) {
        var scheme = address.getScheme().toLowerCase(Locale.ROOT);
        var defaultPort = scheme.equals("https") ? 443 : 80;
        var port = address.getPort() == -1 || address.getPort() == defaultPort ? "" : ":" + address.getPort();
        var path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + port + path;
    }

    private static List<Map.Entry<String, String>> pairs(@Nullable String encoded) {
        if (encoded == null) {
            return List.of();
        }
        var entries = new ArrayList<Map.Entry<String, String>>();
        for (var part : encoded.split("&")) {
            if (!part.isEmpty()) {
                var equals = part.indexOf('=');
                var name = equals < 0 ? part : part.substring(0, equals);
                var value = equals < 0 ? "" : part.substring(equals + 1);
                entries.add(Map.entry(encoded(decoded(name)), encoded(decoded(value))));
            }
        }
        return entries;
    }

    private static String hmac(String algorithm, String key, String text) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This JVM lacks " + algorithm, missing);
        }
    }

    private static String quoted(String name, String value) {
        return encoded(name) + "=\"" + encoded(value) + "\"";
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** RFC 5849, section 3.6, which leaves the tilde as it is and encodes the asterisk. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
