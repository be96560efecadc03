package io.patchbay.demoshop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** A name and a password as RFC 7617 writes them. */
record BasicCredentials(String name, String password) {

    private static final String SCHEME = "basic ";

    /** Empty where the header holds something else. */
    static Optional<BasicCredentials> parse(String authorization) {
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Optional.empty();
        }
        try {
            var decoded = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
            var parts = new String(decoded, UTF_8).split(":", 2);
            return parts.length == 2 ? Optional.of(new BasicCredentials(parts[0], parts[1])) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "BasicCredentials[hidden]";
    }
}
