package io.patchbay.api;

/** What {@code extensions.code} of a GraphQL error may be. */
enum ErrorCode {
    /** The document is no GraphQL. */
    GRAPHQL_PARSE_FAILED,
    /** The document does not fit the schema. */
    GRAPHQL_VALIDATION_FAILED,
    /** An argument or a variable has an impossible value. */
    BAD_USER_INPUT,
    /** Nobody was let in. */
    UNAUTHORIZED,
    /** Whoever was let in may not do this. */
    FORBIDDEN,
    /** Others changed the same things at the same time; the same request may work when sent again. */
    CONFLICT_RETRY,
    /** The request is no GraphQL over HTTP. */
    BAD_REQUEST,
    /** The body is too large. */
    PAYLOAD_TOO_LARGE,
    /** The body is not JSON. */
    UNSUPPORTED_MEDIA_TYPE,
    /** Something that should not have happened; its id is in the server's log. */
    INTERNAL_ERROR
}
