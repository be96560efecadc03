package io.patchbay.api;

/** What {@code extensions.code} of a GraphQL error may be. */
public enum ErrorCode {
    /** The document is no GraphQL. */
    GRAPHQL_PARSE_FAILED,
    /** The document does not fit the schema. */
    GRAPHQL_VALIDATION_FAILED,
    /** An argument or a variable has an impossible value. */
    BAD_USER_INPUT,
    /** Nobody was let in. */
    UNAUTHORIZED,
    /** Whoever was let in may not do this, or not from this page. */
    FORBIDDEN,
    /** Others changed the same things at the same time; the same request may work when sent again. */
    CONFLICT_RETRY,
    /** The header {@code Idempotency-Key} is none. */
    IDEMPOTENCY_KEY_INVALID,
    /** An {@code Idempotency-Key} came with several mutations. */
    IDEMPOTENCY_KEY_NEEDS_ONE_MUTATION,
    /** The {@code Idempotency-Key} belongs to another request. */
    IDEMPOTENCY_KEY_REUSED,
    /** The first request with this {@code Idempotency-Key} is still being answered; the same request may work when sent again. */
    IDEMPOTENCY_KEY_IN_USE,
    /** The request is no GraphQL over HTTP. */
    BAD_REQUEST,
    /** The body is too large. */
    PAYLOAD_TOO_LARGE,
    /** The body is not JSON. */
    UNSUPPORTED_MEDIA_TYPE,
    /** Nothing that the client takes is given. */
    NOT_ACCEPTABLE,
    /** GET only reads. */
    METHOD_NOT_ALLOWED,
    /** This kind of operation goes another way. */
    WRONG_TRANSPORT,
    /** Several requests at once. */
    BATCH_TOO_LARGE,
    /** The document has too many words and signs. */
    TOO_MANY_TOKENS,
    /** Too many selections within selections. */
    QUERY_TOO_DEEP,
    /** Too many selected fields. */
    TOO_MANY_FIELDS,
    /** Too many fields under names of the client's. */
    TOO_MANY_ALIASES,
    /** Too many directives. */
    TOO_MANY_DIRECTIVES,
    /** The operation costs more than is answered at once. */
    QUERY_TOO_COMPLEX,
    /** Answering took longer than it may. */
    REQUEST_TIMEOUT,
    /** Too many requests in a short time. */
    RATE_LIMITED,
    /** Nobody may ask for the schema. */
    INTROSPECTION_DISABLED,
    /** No query of this hash is known; send it along. */
    PERSISTED_QUERY_NOT_FOUND,
    /** The query has another hash. */
    PERSISTED_QUERY_HASH_MISMATCH,
    /** Whoever asks has as many connections open as they may. */
    TOO_MANY_CONNECTIONS,
    /** Whoever asks listens to as much as they may. */
    TOO_MANY_SUBSCRIPTIONS,
    /** Something that should not have happened; its request id is in the server's log. */
    INTERNAL_ERROR
}
