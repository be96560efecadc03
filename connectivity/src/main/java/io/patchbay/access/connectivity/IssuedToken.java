package io.patchbay.access.connectivity;

import io.patchbay.access.connectivity.Access.Placed;
import io.patchbay.connectivity.OutgoingRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A token that the vendor has just issued. Prints nothing.
 *
 * @param baseUrl where the vendor wants to be spoken to from now on; null: where it always is
 */
record IssuedToken(String value, @Nullable URI baseUrl) {

    /** The request with the token where the method's settings want it. */
    Prepared on(Access access, OutgoingRequest request) {
        return moved(access, request)
                .flatMap(moved -> carrying(access, moved))
                .<Prepared>map(Prepared.Ready::new)
                .orElseGet(Prepared::unusable);
    }

    private Optional<OutgoingRequest> moved(Access access, OutgoingRequest request) {
        return baseUrl == null
                ? Optional.of(request)
                : Proof.moved(access, request.address(), baseUrl).map(request::to);
    }

    private Optional<OutgoingRequest> carrying(Access access, OutgoingRequest request) {
        var query = access.setting("tokenQuery");
        if (query.isPresent()) {
            return Optional.of(
                    RequestParts.query(request, List.of(new Placed(query.get(), formatted(access, "{value}")))));
        }
        var cookie = access.setting("tokenCookie");
        if (cookie.isPresent()) {
            return RequestParts.header(
                    request,
                    "Cookie",
                    RequestParts.cookie(List.of(new Placed(cookie.get(), formatted(access, "{value}")))));
        }
        var header = access.setting("tokenHeader").orElse("Authorization");
        var usual = header.toLowerCase(Locale.ROOT).equals("authorization") ? "Bearer {value}" : "{value}";
        return RequestParts.header(request, header, formatted(access, usual));
    }

    private String formatted(Access access, String usual) {
        return access.setting("tokenFormat").orElse(usual).replace("{value}", value);
    }

    @Override
    public String toString() {
        return "IssuedToken[hidden]";
    }
}
