package io.patchbay.system;

/** How a system lets others in. A closed registry: each type has one way of being applied to requests. */
public enum AuthenticationType {
    /** No credentials at all. */
    NONE,
    /** User name and password in the Authorization header (RFC 7617). */
    BASIC,
    /** One key in a header, the query or a cookie. */
    API_KEY,
    /** A token in the Authorization header (RFC 6750). */
    BEARER,
    /** Several headers that the definition names. */
    CUSTOM_HEADERS,
    /** Signed requests with consumer and token (RFC 5849). */
    OAUTH1,
    /** A token for the application itself (RFC 6749, section 4.4). */
    OAUTH2_CLIENT_CREDENTIALS,
    /** A token that a person grants on the vendor's page (RFC 6749, section 4.1). */
    OAUTH2_AUTHORIZATION_CODE,
    /** A refresh token that the person obtained at the vendor and pastes (RFC 6749, section 6). */
    OAUTH2_REFRESH_TOKEN,
    /** A token for a signed assertion, as service accounts have it (RFC 7523). */
    OAUTH2_JWT_BEARER,
    /** A session from a login request of the vendor's own. */
    TOKEN_LOGIN,
    /** The client's certificate in the TLS handshake. */
    CLIENT_CERTIFICATE,
    /** SFTP with user name and password. */
    SFTP_PASSWORD,
    /** SFTP with user name and private key. */
    SFTP_KEY;

    /** Whether the system is spoken to by HTTP. */
    public boolean overHttp() {
        return switch (this) {
            case SFTP_PASSWORD, SFTP_KEY -> false;
            default -> true;
        };
    }
}
