package io.patchbay.system.marketplace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** Reading documents that may be wrong: nothing here fails on what is missing or of another kind. */
final class Nodes {

    private Nodes() {}

    static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    static Optional<String> optional(JsonNode node, String name) {
        return node.hasNonNull(name) ? Optional.of(text(node, name)) : Optional.empty();
    }

    static boolean flag(JsonNode node, String name, boolean otherwise) {
        return node.path(name).asBoolean(otherwise);
    }

    static String place(JsonNode field) {
        return text(field.path("destination"), "place");
    }

    /** Where a field's value goes: the main destination first. */
    static List<JsonNode> destinations(JsonNode field) {
        var destinations = new ArrayList<JsonNode>();
        destinations.add(field.path("destination"));
        destinations.addAll(elements(field.path("also")));
        return destinations;
    }

    /** Calls with each element of an array, and its pointer. */
    static void each(JsonNode array, String path, BiConsumer<String, JsonNode> action) {
        for (int i = 0; i < array.size() && array.isArray(); i++) {
            action.accept(path + "/" + i, array.path(i));
        }
    }

    static List<JsonNode> elements(JsonNode array) {
        var elements = new ArrayList<JsonNode>();
        each(array, "", (path, element) -> elements.add(element));
        return elements;
    }
}
