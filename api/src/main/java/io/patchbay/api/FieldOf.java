package io.patchbay.api;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field that is read off an object at hand. For fields that stand in every row of a list: a controller method would do, at
 * several times the cost.
 *
 * @param source what the field is read off
 */
public record FieldOf<S>(Class<S> source, Function<S, @Nullable Object> value)
        implements TrivialDataFetcher<@Nullable Object> {

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
        return value.apply(Objects.requireNonNull(source.cast(environment.getSource())));
    }
}
