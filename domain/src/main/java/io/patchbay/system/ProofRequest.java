package io.patchbay.system;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cheap request that proves that credentials work.
 *
 * @param method an HTTP method, or {@code SFTP} for a directory listing
 * @param path relative to the base URL; an RFC 6570 template over the credential fields
 * @param headers sent beside the credentials
 * @param body sent as it is
 * @param accepted what a good answer holds, for systems that answer 200 to wrong credentials too; null: the status tells
 * @param readings what the vendor says by answers of its own; the first that fits counts, before any general rule
 * @param asksOtherEnvironment whether refused credentials are shown to the other environment's address too, to tell
 *     those that belong there
 * @param verified false where the vendor's own page could not be read
 */
public record ProofRequest(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String body,
        @Nullable Accepted accepted,
        List<AnswerReading> readings,
        boolean asksOtherEnvironment,
        boolean verified) {

    /**
     * A value in the answer by which a system says that it let us in.
     *
     * @param pointer a JSON Pointer (RFC 6901)
     * @param value as text
     */
    public record Accepted(String pointer, String value) {}

    public ProofRequest {
        headers = Map.copyOf(headers);
        readings = List.copyOf(readings);
    }

    /** A request whose answers mean what their status says. */
    public ProofRequest(
            String method,
            String path,
            Map<String, String> headers,
            @Nullable String body,
            @Nullable Accepted accepted,
            boolean verified) {
        this(method, path, headers, body, accepted, List.of(), false, verified);
    }
}
