package io.patchbay.connectivity;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where an answer sends a request on to. */
final class Redirects {

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirects() {}

    /** The next request; empty where the answer is the last, and where a body would have to be told to somebody else. */
    static Optional<OutgoingRequest> next(OutgoingRequest request, Answer answer) {
        var target = target(request, answer);
        if (target == null) {
            return Optional.empty();
        }
        var moved = changesToGet(request, answer) ? request.to(target).gettingWithoutBody() : request.to(target);
        if (sameOrigin(request.address(), target)) {
            return Optional.of(moved);
        }
        return moved.body() == null ? Optional.of(moved.withoutCredentials()) : Optional.empty();
    }

    static boolean sameOrigin(URI one, URI other) {
        return scheme(one).equals(scheme(other)) && host(one).equals(host(other)) && port(one) == port(other);
    }

    private static @Nullable URI target(OutgoingRequest request, Answer answer) {
        if (!STATUSES.contains(answer.status())) {
            return null;
        }
        try {
            return answer.header("Location")
                    .map(location -> request.address().resolve(location))
                    .orElse(null);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    /** As every browser does, and as RFC 9110 allows. */
    private static boolean changesToGet(OutgoingRequest request, Answer answer) {
        return answer.status() == 303
                || (answer.status() < 303 && request.method().equals("POST"));
    }

    private static String scheme(URI address) {
        return address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    }

    private static String host(URI address) {
        return address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    }

    private static int port(URI address) {
        if (address.getPort() != -1) {
            return address.getPort();
        }
        return scheme(address).equals("https") ? 443 : 80;
    }
}
