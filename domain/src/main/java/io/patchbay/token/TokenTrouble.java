package io.patchbay.token;

/** Why there is no new token. */
public enum TokenTrouble {
    /** The host's name is not known. */
    DNS(Kind.PASSING),
    /** Nobody listens at the address, or the connection was cut. */
    REFUSED(Kind.PASSING),
    /** No answer in time. */
    TIMEOUT(Kind.PASSING),
    /** The address is one that Patchbay does not speak to. */
    ADDRESS_FORBIDDEN(Kind.PASSING),
    TLS_EXPIRED(Kind.PASSING),
    TLS_NAME(Kind.PASSING),
    TLS_UNTRUSTED(Kind.PASSING),
    TLS(Kind.PASSING),
    /** The vendor answered with a status that means trouble. */
    HTTP_STATUS(Kind.PASSING),
    /** The vendor asks to come back later. */
    RATE_LIMITED(Kind.PASSING),
    /** The vendor answered in a way that the system's definition does not foresee. */
    UNEXPECTED_ANSWER(Kind.PASSING),
    /** The vendor refused the credentials by which we ask, which says nothing about the grant. */
    CREDENTIALS_REFUSED(Kind.CREDENTIALS),
    /** The vendor answered well, and with no token. */
    NO_TOKEN(Kind.CREDENTIALS),
    /** The vendor does not grant what is asked for. */
    PERMISSION(Kind.CREDENTIALS),
    /** The clocks of Patchbay and the vendor differ too much. */
    CLOCK(Kind.CREDENTIALS),
    /** The credentials have not the form that the method needs. */
    CREDENTIALS_UNUSABLE(Kind.CREDENTIALS),
    /** The vendor knows the grant no more: revoked, expired or used up. */
    GRANT_GONE(Kind.RECONNECT),
    /** The vendor may have replaced the refresh token by one that never reached us, and takes the old one only once. */
    REFRESH_ANSWER_LOST(Kind.RECONNECT),
    /** A secret cannot be decrypted with the keys at hand. */
    KEY_MISSING(Kind.RECONNECT);

    /** What has to happen for the trouble to end. */
    public enum Kind {
        /** Nothing but time. */
        PASSING,
        /** The credentials have to be put right, here or at the vendor. */
        CREDENTIALS,
        /** A person has to connect again. */
        RECONNECT
    }

    private final Kind kind;

    TokenTrouble(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
