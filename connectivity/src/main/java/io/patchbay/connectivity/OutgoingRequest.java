package io.patchbay.connectivity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request to a third-party system. Prints only its method and host, because everything else may hold credentials.
 *
 * @param identity the certificate that is shown when asked for one
 */
public record OutgoingRequest(
        String method,
        URI address,
        List<Header> headers,
        byte @Nullable [] body,
        @Nullable ClientIdentity identity) {

    public OutgoingRequest {
        headers = List.copyOf(headers);
    }

    /** A request with neither headers nor body. */
    public static OutgoingRequest of(String method, URI address) {
        return new OutgoingRequest(method, address, List.of(), null, null);
    }

    public OutgoingRequest with(Header header) {
        return new OutgoingRequest(
                method,
                address,
                Stream.concat(headers.stream(), Stream.of(header)).toList(),
                body,
                identity);
    }

    public OutgoingRequest to(URI newAddress) {
        return new OutgoingRequest(method, newAddress, headers, body, identity);
    }

    public OutgoingRequest withBody(String text) {
        return new OutgoingRequest(method, address, headers, text.getBytes(StandardCharsets.UTF_8), identity);
    }

    public OutgoingRequest as(ClientIdentity newIdentity) {
        return new OutgoingRequest(method, address, headers, body, newIdentity);
    }

    OutgoingRequest gettingWithoutBody() {
        return new OutgoingRequest(
                method.equals("HEAD") ? "HEAD" : "GET",
                address,
                headers.stream()
                        .filter(header ->
                                !header.name().toLowerCase(Locale.ROOT).startsWith("content-"))
                        .toList(),
                null,
                identity);
    }

    OutgoingRequest withoutCredentials() {
        return new OutgoingRequest(
                method,
                address,
                headers.stream().filter(header -> !header.confidential()).toList(),
                body,
                null);
    }

    @Override
    public String toString() {
        return "OutgoingRequest[" + method + " " + address.getHost() + "]";
    }
}
