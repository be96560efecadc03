package io.patchbay.access.connectivity;

import io.patchbay.access.connectivity.Access.Placed;
import io.patchbay.connectivity.Header;
import io.patchbay.connectivity.OutgoingRequest;
import io.patchbay.system.CredentialDestination.Place;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts values into the parts of a request; empty where a value cannot stand there. */
final class RequestParts {

    private RequestParts() {}

    /** The request with everything that its fields place in headers, query and cookies. */
    static Optional<OutgoingRequest> placed(Access access, OutgoingRequest request) {
        var headers = access.placed(Place.HEADER).toList();
        var query = access.placed(Place.QUERY).toList();
        var cookies = access.placed(Place.COOKIE).toList();
        return headers(request, headers)
                .map(with -> query(with, query))
                .flatMap(with -> cookies.isEmpty() ? Optional.of(with) : header(with, "Cookie", cookie(cookies)));
    }

    /** A header with a line end or other invisible characters would be several, and others than ASCII get lost. */
    static Optional<OutgoingRequest> header(OutgoingRequest request, String name, String value) {
        return value.chars().allMatch(character -> character >= ' ' && character < 127)
                ? Optional.of(request.with(Header.confidential(name, value)))
                : Optional.empty();
    }

    static OutgoingRequest query(OutgoingRequest request, List<Placed> parameters) {
        if (parameters.isEmpty()) {
            return request;
        }
        var address = request.address();
        var added = form(parameters);
        var query = address.getRawQuery() == null ? added : address.getRawQuery() + "&" + added;
        var path = address.getRawPath() == null ? "" : address.getRawPath();
        return request.to(URI.create(address.getScheme() + "://" + address.getRawAuthority() + path + "?" + query));
    }

    static String form(List<Placed> parameters) {
        return parameters.stream()
                .map(parameter -> encoded(parameter.name()) + "=" + encoded(parameter.value()))
                .collect(Collectors.joining("&"));
    }

    static String basic(String username, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    static String cookie(List<Placed> cookies) {
        return cookies.stream()
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .collect(Collectors.joining("; "));
    }

    static Stream<Placed> settings(String lines) {
        return lines.lines()
                .map(line -> line.split(": ", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new Placed(parts[0], parts[1].strip()));
    }

    private static Optional<OutgoingRequest> headers(OutgoingRequest request, List<Placed> headers) {
        var current = Optional.of(request);
        for (var header : headers) {
            current = current.flatMap(with -> header(with, header.name(), header.value()));
        }
        return current;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
