package io.patchbay.access.connectivity;

import io.patchbay.connectivity.OutgoingRequest;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.CredentialDestination.Place;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/** Requests signed with the secrets of a consumer and a token (RFC 5849). */
final class OAuth1 implements Authentication {

    private static final Set<String> METHODS = Set.of("HMAC-SHA1", "HMAC-SHA256", "PLAINTEXT");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Not where an RSA key would sign, which no field holds. */
    static boolean signs(AuthenticationMethod method) {
        return METHODS.contains(method.settings().getOrDefault("signatureMethod", ""));
    }

    @Override
    public Prepared prepare(Access access, OutgoingRequest request, Vendor vendor) {
        var nonce = new byte[16];
        RANDOM.nextBytes(nonce);
        var signature = new OAuth1Signature(
                access.setting("signatureMethod").orElseThrow(),
                access.value(Place.CONSUMER_KEY).orElse(""),
                access.value(Place.CONSUMER_SECRET).orElse(""),
                access.value(Place.TOKEN).orElse(""),
                access.value(Place.TOKEN_SECRET).orElse(""),
                vendor.clock().instant().getEpochSecond(),
                HexFormat.of().formatHex(nonce),
                true);
        var realm = access.value(Place.REALM).or(() -> access.setting("realm"));
        return RequestParts.placed(access, request)
                .flatMap(with -> RequestParts.header(
                        with, "Authorization", signature.header(with.method(), with.address(), form(with), realm)))
                .<Prepared>map(Prepared.Ready::new)
                .orElseGet(Prepared::unusable);
    }

    /** The parameters of a form are signed like those of the address (RFC 5849, section 3.4.1.3.1); any other body is not. */
    private static String form(OutgoingRequest request) {
        var body = request.body();
        return body != null && isForm(request) ? new String(body, StandardCharsets.UTF_8) : "";
    }

    static boolean isForm(OutgoingRequest request) {
        return request.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                .anyMatch(header -> header.value().toLowerCase(Locale.ROOT).startsWith(FORM));
    }
}
