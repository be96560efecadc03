package io.patchbay.api;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A scalar that is written as a string. Says what it expects and never repeats what it got.
 *
 * @param expected an example of the right form
 * @param parse empty for what has not the right form
 */
record TextScalar<T>(String expected, Function<T, String> write, Function<String, Optional<T>> parse)
        implements Coercing<T, String> {

    static <T> GraphQLScalarType named(
            String name, String expected, Function<T, String> write, Function<String, Optional<T>> parse) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new TextScalar<>(expected, write, parse))
                .build();
    }

    @Override
    @SuppressWarnings("unchecked")
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        return write.apply((T) value);
    }

    @Override
    public T parseValue(Object input, GraphQLContext context, Locale locale) {
        return Optional.of(input)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .flatMap(parse)
                .orElseThrow(() -> new CoercingParseValueException(message()));
    }

    @Override
    public T parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        return Optional.of(input)
                .filter(StringValue.class::isInstance)
                .map(text -> ((StringValue) text).getValue())
                .flatMap(parse)
                .orElseThrow(() -> new CoercingParseLiteralException(message()));
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return StringValue.of(input instanceof String text ? text : serialize(input, context, locale));
    }

    private String message() {
        return "Expected a string such as " + expected;
    }
}
