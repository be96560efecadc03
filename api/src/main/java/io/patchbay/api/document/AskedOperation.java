package io.patchbay.api.document;

import graphql.GraphQLContext;
import graphql.language.OperationDefinition;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What a request asks for, in words of the schema.
 *
 * @param kind query, mutation or subscription
 * @param field the field at the root; {@code several} where there is more than one
 */
@NamedInterface("document")
public record AskedOperation(String kind, String field) {

    private static final String SEVERAL = "several";

    private static final String NONE = "__typename";

    /** Asks for nothing yet. */
    static AskedOperation of(OperationDefinition.Operation kind) {
        return new AskedOperation(kind.name().toLowerCase(Locale.ROOT), NONE);
    }

    AskedOperation and(String another) {
        return field.equals(NONE) || field.equals(another)
                ? new AskedOperation(kind, another)
                : new AskedOperation(kind, SEVERAL);
    }

    void note(GraphQLContext context) {
        context.put(AskedOperation.class, this);
    }

    /** What the request of this context asks for; null where that was never found out. */
    public static @Nullable AskedOperation in(GraphQLContext context) {
        return context.get(AskedOperation.class);
    }
}
