package io.patchbay.demoshop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.servlet.function.ServerRequest;

/** Keys that are written somewhere in the request as they are. */
final class KeyDoor implements Door {

    private final Function<ServerRequest, List<String>> place;
    private final Map<String, Visitor> visitors;

    private KeyDoor(Function<ServerRequest, List<String>> place, Map<String, Visitor> visitors) {
        this.place = place;
        this.visitors = Map.copyOf(visitors);
    }

    static KeyDoor inHeader(String name, Map<String, Visitor> visitors) {
        return new KeyDoor(request -> request.headers().header(name), visitors);
    }

    static KeyDoor inQuery(String name, Map<String, Visitor> visitors) {
        return new KeyDoor(request -> request.params().getOrDefault(name, List.of()), visitors);
    }

    @Override
    public int knocks(ServerRequest request) {
        return place.apply(request).size();
    }

    @Override
    public Optional<Visitor> open(ServerRequest request) {
        return Optional.ofNullable(visitors.get(place.apply(request).getFirst()));
    }
}
