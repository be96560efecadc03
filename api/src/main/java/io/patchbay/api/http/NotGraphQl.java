package io.patchbay.api.http;

import io.patchbay.api.ErrorCode;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A request that is no GraphQL over HTTP. Its message is a sentence of fixed words that says what would be. */
final class NotGraphQl extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final ErrorCode code;
    private final transient Map<String, Long> facts;

    private NotGraphQl(HttpStatus status, ErrorCode code, String message, Map<String, Long> facts) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.facts = facts;
    }

    static NotGraphQl badRequest(String message) {
        return new NotGraphQl(HttpStatus.BAD_REQUEST, ErrorCode.BAD_REQUEST, message, Map.of());
    }

    static NotGraphQl methodNotAllowed() {
        return new NotGraphQl(
                HttpStatus.METHOD_NOT_ALLOWED, ErrorCode.METHOD_NOT_ALLOWED, "Ask by POST or by GET", Map.of());
    }

    static NotGraphQl notAcceptable() {
        return new NotGraphQl(
                HttpStatus.NOT_ACCEPTABLE,
                ErrorCode.NOT_ACCEPTABLE,
                "Accept application/graphql-response+json, application/json or text/event-stream",
                Map.of());
    }

    static NotGraphQl unsupportedMediaType() {
        return new NotGraphQl(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                "Send application/json in UTF-8",
                Map.of());
    }

    static NotGraphQl compressed() {
        return new NotGraphQl(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                "Send the body as it is, without Content-Encoding: only answers are compressed",
                Map.of());
    }

    /** @param bytes how many there are; negative where that is not known, because reading stopped */
    static NotGraphQl tooLarge(long limit, long bytes) {
        return new NotGraphQl(
                HttpStatus.CONTENT_TOO_LARGE,
                ErrorCode.PAYLOAD_TOO_LARGE,
                "Send at most 1 MB at once: divide it into several requests",
                bytes < 0 ? Map.of("limit", limit) : Map.of("limit", limit, "used", bytes));
    }

    /** @param atOnce how many large bodies are read at a time */
    static NotGraphQl tooManyLarge(long atOnce) {
        return new NotGraphQl(
                HttpStatus.TOO_MANY_REQUESTS,
                ErrorCode.RATE_LIMITED,
                "Too many large requests are under way: send this again in a moment, or at most 16 kB at once",
                Map.of("limit", atOnce));
    }

    static NotGraphQl batch(long requests) {
        return new NotGraphQl(
                HttpStatus.BAD_REQUEST,
                ErrorCode.BATCH_TOO_LARGE,
                "Send one request at a time and not an array: one document may hold many fields, and requests may run side by side",
                Map.of("limit", 1L, "used", requests));
    }

    HttpStatus status() {
        return status;
    }

    ErrorCode code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    /** Numbers that a program can go by. */
    Map<String, Long> facts() {
        return facts;
    }
}
