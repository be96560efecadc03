package io.patchbay.app;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.WebUtils;

/** From whose pages a browser may open a WebSocket. No rule of the browsers themselves keeps a foreign page from it. */
@Component
class Origins {

    private final @Nullable String publicOrigin;
    private final CrossOrigin others;

    Origins(PatchbaySettings settings, CrossOrigin others) {
        this.publicOrigin = settings.publicUrl() == null ? null : origin(settings.publicUrl());
        this.others = others;
    }

    /** Whether it comes from a page of Patchbay's own, so that the login's cookie may count. */
    boolean ours(ServerHttpRequest request) {
        var origin = origin(request);
        return origin != null
                && (origin.equals(publicOrigin) || (isWebOrigin(origin) && WebUtils.isSameOrigin(request)));
    }

    /** Whether it comes from no page at all, or from one that may ask. */
    boolean admit(ServerHttpRequest request) {
        var origin = origin(request);
        return origin == null
                || ours(request)
                || others.corsOrigins().contains(origin)
                || others.corsOrigins().contains("*");
    }

    private static @Nullable String origin(ServerHttpRequest request) {
        var origin = request.getHeaders().getFirst(HttpHeaders.ORIGIN);
        return origin == null ? null : origin.toLowerCase(Locale.ROOT);
    }

    /** Not "null", which a page in a sandbox sends, and nothing that is no address. */
    private static boolean isWebOrigin(String origin) {
        return origin.startsWith("https://") || origin.startsWith("http://");
    }

    private static String origin(URI address) {
        return UriComponentsBuilder.newInstance()
                .scheme(address.getScheme())
                .host(address.getHost())
                .port(address.getPort())
                .toUriString()
                .toLowerCase(Locale.ROOT);
    }
}
