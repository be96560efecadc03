package io.patchbay.proxy;

/**
 * The stable names of what keeps a request from being answered by the system. Clients rely on them: names are added, never
 * renamed; docs/api.md lists them.
 */
public enum ProxyCode {
    /** No connector or instance of the viewer's company has the id, or the address is none of the proxy's. */
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    PATH_REFUSED(400),
    QUERY_REFUSED(400),
    HOST_REFUSED(400),
    /** The request cannot be read, or in more than one way. */
    BAD_REQUEST(400),
    /** Nobody knows where a body with such a transfer encoding ends. */
    ENCODING_NOT_SUPPORTED(501),
    /** The system is not spoken to by HTTP. */
    NOT_AVAILABLE(400),
    /** A body that has to be signed whole is too long for that. */
    PAYLOAD_TOO_LARGE(413),
    /** The program stopped sending its body. */
    REQUEST_TIMEOUT(408),
    /** Too many of the program's requests are on their way. */
    TOO_MANY_REQUESTS(429),
    /** The system, or its limit in Patchbay, asks to come back later. */
    RATE_LIMITED(429),
    /** There is nothing to let the request in with: the credentials were refused, or cannot be used. */
    FAILED_AUTHENTICATION(409),
    /** Only a person can help, by connecting again or by giving the credentials anew. */
    NEEDS_RECONNECT(409),
    /** Something went wrong in Patchbay; the log says what. */
    INTERNAL_ERROR(500),
    /** The system gave no answer that can be passed on. */
    SYSTEM_UNREACHABLE(502),
    /** The system let too much time pass. */
    SYSTEM_TIMEOUT(504);

    private final int status;

    ProxyCode(int status) {
        this.status = status;
    }

    /** The status of an answer of Patchbay's own that has this code. */
    public int status() {
        return status;
    }
}
