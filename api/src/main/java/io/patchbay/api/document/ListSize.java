package io.patchbay.api.document;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Value;
import graphql.language.VariableReference;
import io.patchbay.shared.Page;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many items a list is taken to have when its cost is counted: at least one, and no more than a page holds. */
sealed interface ListSize {

    /** Of a list that no argument cuts into pages. */
    ListSize UNPAGED = new Fixed(5);

    /** Of a page that says no size. */
    ListSize PAGE = new Fixed(20);

    long with(Map<String, ?> variables);

    /** What these arguments ask for. */
    static ListSize asked(List<Argument> arguments, OperationDefinition operation, ListSize otherwise) {
        return arguments.stream()
                .filter(argument -> List.of("first", "last", "ids").contains(argument.getName()))
                .findFirst()
                .map(argument -> of(argument.getValue(), operation, otherwise))
                .orElse(otherwise);
    }

    private static ListSize of(@Nullable Value<?> value, OperationDefinition operation, ListSize otherwise) {
        return switch (value) {
            case IntValue number -> new Fixed(bounded(number.getValue()));
            case ArrayValue list -> new Fixed(bounded(list.getValues().size()));
            case VariableReference variable ->
                new Variable(variable.getName(), defaultOf(variable.getName(), operation, otherwise));
            case null, default -> otherwise;
        };
    }

    private static ListSize defaultOf(String variable, OperationDefinition operation, ListSize otherwise) {
        return operation.getVariableDefinitions().stream()
                .filter(definition -> definition.getName().equals(variable) && definition.getDefaultValue() != null)
                .findFirst()
                .map(definition -> of(definition.getDefaultValue(), operation, otherwise))
                .orElse(otherwise);
    }

    /** What the document says. */
    record Fixed(long items) implements ListSize {

        @Override
        public long with(Map<String, ?> variables) {
            return items;
        }
    }

    /** What a variable says; what has the wrong type is refused when the variable is read. */
    record Variable(String name, ListSize otherwise) implements ListSize {

        @Override
        public long with(Map<String, ?> variables) {
            return switch (variables.get(name)) {
                case Collection<?> list -> bounded(list.size());
                case BigInteger huge -> bounded(huge);
                case Number number -> bounded(number.longValue());
                case null, default -> otherwise.with(variables);
            };
        }
    }

    private static long bounded(BigInteger size) {
        return bounded(size.bitLength() < Long.SIZE ? size.longValue() : Long.MAX_VALUE);
    }

    // Whoever asks for less than one or for more than a page holds is refused by the list itself.
    private static long bounded(long size) {
        return Math.clamp(size, 1, Page.Request.MAX_SIZE);
    }
}
