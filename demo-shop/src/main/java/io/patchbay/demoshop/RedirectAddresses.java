package io.patchbay.demoshop;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.util.UriComponentsBuilder;

/** Where the demo app may have people sent back to: what was registered, to the letter. */
final class RedirectAddresses {

    private static final int MOST = 20;

    private final LinkedHashSet<String> registered = new LinkedHashSet<>();

    /** Patchbay's own, at the address by which the shop was reached, and those that somebody registered. */
    synchronized List<String> at(ServerRequest request) {
        var own = UriComponentsBuilder.fromUri(request.uri())
                .replacePath(request.requestPath().contextPath().value() + "/oauth/callback")
                .replaceQuery(null)
                .toUriString();
        return Stream.concat(Stream.of(own), registered.stream()).toList();
    }

    /** False where it is none, or where there are too many. */
    synchronized boolean register(String address) {
        if (registered.size() == MOST || !isAddress(address)) {
            return false;
        }
        registered.add(address);
        return true;
    }

    private static boolean isAddress(String text) {
        try {
            var address = URI.create(text);
            return address.getHost() != null
                    && List.of("http", "https").contains(address.getScheme())
                    && address.getFragment() == null;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
