package io.patchbay.connectivity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a system answered. Prints nothing of it but the status, because answers hold tokens.
 *
 * @param headers in the order in which they came
 * @param body decompressed
 * @param latency from the request to the whole answer, without the redirects before
 * @param elsewhere whether a redirect led to another origin, which was told no credentials
 */
public record Answer(int status, List<Header> headers, byte[] body, Duration latency, boolean elsewhere) {

    public Answer {
        headers = List.copyOf(headers);
    }

    /** The first header of that name. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    Answer from(boolean anotherOrigin) {
        return new Answer(status, headers, body, latency, anotherOrigin);
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
