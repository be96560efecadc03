package io.patchbay.system;

import org.jspecify.annotations.Nullable;

/**
 * Where a credential's value goes.
 *
 * @param name the header's, query parameter's, cookie's, variable's or claim's name, where the place needs one
 * @param format what is put there, with {@code {value}} for the value; null: the value as it is
 */
public record CredentialDestination(
        Place place, @Nullable String name, @Nullable String format) {

    /** A place in a request, or in the exchange that leads to one. */
    public enum Place {
        /** A variable of the base URL's template. */
        BASE_URL,
        /** A variable of the token or login address's template. */
        TOKEN_URL,
        HEADER,
        QUERY,
        COOKIE,
        USERNAME,
        PASSWORD,
        BEARER_TOKEN,
        CLIENT_ID,
        CLIENT_SECRET,
        SCOPE,
        REFRESH_TOKEN,
        PRIVATE_KEY,
        PRIVATE_KEY_PASSPHRASE,
        PRIVATE_KEY_ID,
        /** A claim of a signed assertion, named. */
        ASSERTION_CLAIM,
        /** A service account's key file as the vendor hands it out. */
        SERVICE_ACCOUNT_KEY,
        CERTIFICATE,
        CONSUMER_KEY,
        CONSUMER_SECRET,
        TOKEN,
        TOKEN_SECRET,
        REALM,
        /** A variable of the login request's body, named. */
        LOGIN_BODY,
        /** A parameter of the token request, named. */
        TOKEN_PARAMETER,
        HOST,
        PORT,
        HOST_FINGERPRINT,
        /** A folder to work in. */
        ROOT_PATH,
        /** What the vendor wants to hear instead of the redirect address. */
        REDIRECT_URI,
        /** Kept for flows, not part of authentication. */
        SETTING
    }

    boolean formsAddress() {
        return switch (place) {
            case BASE_URL, TOKEN_URL, HOST, PORT, HOST_FINGERPRINT -> true;
            default -> false;
        };
    }
}
