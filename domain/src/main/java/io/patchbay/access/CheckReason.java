package io.patchbay.access;

import io.patchbay.token.TokenTrouble;

/** Why a check came out as it did, as far as that can be told apart. */
public enum CheckReason {
    /** The host's name is not known. */
    DNS,
    /** Nobody listens at the address, or the connection was cut. */
    REFUSED,
    /** No answer in time. */
    TIMEOUT,
    /** The address is one that Patchbay does not speak to, such as one of the machine's own network. */
    ADDRESS_FORBIDDEN,
    /** The system's certificate is expired or not valid yet. */
    TLS_EXPIRED,
    /** The system's certificate is for another name. */
    TLS_NAME,
    /** The system's certificate was issued by nobody who is trusted. */
    TLS_UNTRUSTED,
    /** The secure connection failed in another way. */
    TLS,
    /** The system answered with a status that means trouble. */
    HTTP_STATUS,
    /** The system refused the credentials. */
    CREDENTIALS_REFUSED,
    /** The system knows the credentials, but they lack a permission. */
    PERMISSION,
    /** The system asks to come back later. */
    RATE_LIMITED,
    /** The clocks of Patchbay and the system differ too much for signatures or tokens. */
    CLOCK,
    /** The credentials are of the other environment. */
    WRONG_ENVIRONMENT,
    /** The credentials have not the form that the method needs, such as a private key that is none. */
    CREDENTIALS_UNUSABLE,
    /** The grant is gone: revoked, expired or used up. */
    GRANT_GONE,
    /** The vendor may have replaced the refresh token by one that never reached us, and takes the old one only once. */
    REFRESH_ANSWER_LOST,
    /** A secret cannot be decrypted with the keys at hand. */
    KEY_MISSING,
    /** The system answered in a way that its definition does not foresee. */
    UNEXPECTED_ANSWER;

    /** The reason that a check gives where there is no token. */
    public static CheckReason of(TokenTrouble trouble) {
        return switch (trouble) {
            case DNS -> DNS;
            case REFUSED -> REFUSED;
            case TIMEOUT -> TIMEOUT;
            case ADDRESS_FORBIDDEN -> ADDRESS_FORBIDDEN;
            case TLS_EXPIRED -> TLS_EXPIRED;
            case TLS_NAME -> TLS_NAME;
            case TLS_UNTRUSTED -> TLS_UNTRUSTED;
            case TLS -> TLS;
            case HTTP_STATUS -> HTTP_STATUS;
            case RATE_LIMITED -> RATE_LIMITED;
            case UNEXPECTED_ANSWER, NO_TOKEN -> UNEXPECTED_ANSWER;
            case CREDENTIALS_REFUSED -> CREDENTIALS_REFUSED;
            case PERMISSION -> PERMISSION;
            case CLOCK -> CLOCK;
            case CREDENTIALS_UNUSABLE -> CREDENTIALS_UNUSABLE;
            case GRANT_GONE -> GRANT_GONE;
            case REFRESH_ANSWER_LOST -> REFRESH_ANSWER_LOST;
            case KEY_MISSING -> KEY_MISSING;
        };
    }
}
