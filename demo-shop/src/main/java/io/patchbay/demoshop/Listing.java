package io.patchbay.demoshop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives a list page by page: {@code limit} things after {@code cursor}, and where the next page is. */
final class Listing {

    static final int USUAL = 10;
    static final int MOST = 50;

    private Listing() {}

    static ServerResponse answer(ServerRequest request, String name, List<?> all) {
        var limit = request.param("limit").map(Listing::limit).orElse(Optional.of(USUAL));
        var start = request.param("cursor").map(cursor -> start(name, cursor)).orElse(Optional.of(0));
        if (limit.isEmpty()) {
            return Problem.answer(HttpStatus.BAD_REQUEST, "wrong_limit", "The limit is a number from 1 to " + MOST);
        }
        if (start.isEmpty() || start.get() >= all.size()) {
            return Problem.answer(
                    HttpStatus.BAD_REQUEST, "wrong_cursor", "A cursor is what a page of " + name + " gave as next");
        }
        return page(request, name, all, start.get(), limit.get());
    }

    private static ServerResponse page(ServerRequest request, String name, List<?> all, int start, int limit) {
        var end = Math.min(start + limit, all.size());
        var body = new LinkedHashMap<String, Object>();
        body.put(name, all.subList(start, end));
        if (end == all.size()) {
            return ServerResponse.ok().body(body);
        }
        var next = cursor(name, end);
        body.put("next", next);
        return ServerResponse.ok()
                .header(HttpHeaders.LINK, "<" + address(request, next, limit) + ">; rel=\"next\"")
                .body(body);
    }

    private static String address(ServerRequest request, String cursor, int limit) {
        return UriComponentsBuilder.fromUri(request.uri())
                .replaceQuery(null)
                .queryParam("cursor", cursor)
                .queryParam("limit", limit)
                .toUriString();
    }

    private static Optional<Integer> limit(String text) {
        return number(text).filter(limit -> limit >= 1 && limit <= MOST);
    }

    private static String cursor(String name, int start) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((name + ":" + start).getBytes(UTF_8));
    }

    private static Optional<Integer> start(String name, String cursor) {
        try {
            var place = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(":", 2);
            return place.length == 2 && place[0].equals(name) ? number(place[1]) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
