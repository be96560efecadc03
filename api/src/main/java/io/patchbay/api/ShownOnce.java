package io.patchbay.api;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which fields of an answer are shown this once: an answer that is kept has null in their place. Not thread-safe. */
public final class ShownOnce {

    private final List<List<Object>> paths = new ArrayList<>();

    private ShownOnce() {}

    /** Says so of the field that is being answered. */
    public static void note(DataFetchingEnvironment field) {
        ShownOnce shown = field.getGraphQlContext().computeIfAbsent(ShownOnce.class, key -> new ShownOnce());
        shown.paths.add(field.getExecutionStepInfo().getPath().toList());
    }

    /** An answer without the values of those fields. Lists on the way to them are not foreseen. */
    public static Map<String, Object> without(GraphQLContext context, Map<String, Object> answer) {
        ShownOnce shown = context.get(ShownOnce.class);
        if (shown == null) {
            return answer;
        }
        var kept = new LinkedHashMap<>(answer);
        shown.paths.forEach(path -> hide(kept, path));
        return kept;
    }

    @SuppressWarnings("unchecked")
    private static void hide(Map<String, Object> object, List<Object> path) {
        var field = (String) path.getFirst();
        if (path.size() == 1) {
            object.put(field, null);
            return;
        }
        var below = new LinkedHashMap<>((Map<String, Object>) object.get(field));
        object.put(field, below);
        hide(below, path.subList(1, path.size()));
    }
}
