package io.patchbay.api.document;

import graphql.ExecutionInput;
import graphql.GraphQLContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operation costs, for a client that asks with {@code extensions: {cost: true}}.
 *
 * @param used what it costs
 * @param limit what it may cost
 */
public record AskedCost(long used, long limit) {

    static boolean isAsked(ExecutionInput input) {
        return Boolean.TRUE.equals(input.getExtensions().get("cost"));
    }

    void note(GraphQLContext context) {
        context.put(AskedCost.class, this);
    }

    /** The cost of the operation that ran in this context; null where nobody asked. */
    public static @Nullable AskedCost in(GraphQLContext context) {
        return context.get(AskedCost.class);
    }

    /** As it stands below {@code extensions.cost}. */
    public Map<String, Object> shown() {
        return Map.of("used", used, "limit", limit);
    }
}
