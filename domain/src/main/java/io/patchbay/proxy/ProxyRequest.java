package io.patchbay.proxy;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessKind;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a program asks to have sent. Prints nothing of what it sends.
 *
 * @param kind whether the id is a connector's or an instance's
 * @param address where the program finds this connector or instance at Patchbay: what its paths follow
 * @param path what follows the base URL, exactly as it was sent; empty, or from a slash on
 * @param query exactly as it was sent; null: there was no question mark
 * @param headers all that came, in their order
 * @param body null: there is none
 * @param abandoned whether the program has gone away meanwhile; asked from any thread
 */
public record ProxyRequest(
        AccessKind kind,
        AccessId id,
        String address,
        String method,
        String path,
        @Nullable String query,
        List<HeaderLine> headers,
        @Nullable ProxyBody body,
        BooleanSupplier abandoned) {

    public ProxyRequest {
        headers = List.copyOf(headers);
    }

    @Override
    public String toString() {
        return "ProxyRequest[" + method + " " + kind + " " + id.value() + "]";
    }
}
