package io.patchbay.connectivity;

/** Why there was no answer. */
public enum EgressFailure {
    /** No address of http or https with a host. */
    ADDRESS_UNUSABLE,
    /** The host has an address that Patchbay does not speak to. */
    ADDRESS_FORBIDDEN,
    /** The host's name is not known. */
    DNS,
    /** Nobody listens, or the connection was cut. */
    REFUSED,
    /** Not over by the deadline. */
    TIMEOUT,
    TLS_EXPIRED,
    TLS_NAME,
    TLS_UNTRUSTED,
    /** The other side did not accept our certificate, or wants one. */
    TLS_OWN_CERTIFICATE,
    TLS,
    TOO_MANY_REDIRECTS,
    TOO_LARGE,
    /** Something came that is not HTTP as it should be. */
    UNREADABLE
}
