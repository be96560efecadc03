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

    /** Of an argument that says nothing: it is null. */
    ListSize UNSAID = new Fixed(0);

    long with(Map<String, ?> variables);

    /** What these arguments ask for; the most of it, where several do. */
    static ListSize asked(List<Argument> arguments, OperationDefinition operation, ListSize otherwise) {
        return arguments.stream()
                .filter(argument -> List.of("first", "last", "ids").contains(argument.getName()))
                .map(argument -> of(argument.getValue(), operation))
                .filter(size -> !size.equals(UNSAID))
                .reduce(ListSize::largest)
                .map(size -> size instanceof Fixed ? size : new Told(size, otherwise))
                .orElse(otherwise);
    }

    private static ListSize of(@Nullable Value<?> value, OperationDefinition operation) {
        return switch (value) {
            case IntValue number -> new Fixed(bounded(number.getValue()));
            case ArrayValue list -> new Fixed(bounded(list.getValues().size()));
            case VariableReference variable ->
                new Variable(variable.getName(), defaultOf(variable.getName(), operation));
            case null, default -> UNSAID;
        };
    }

    private static ListSize defaultOf(String variable, OperationDefinition operation) {
        return operation.getVariableDefinitions().stream()
                .filter(definition -> definition.getName().equals(variable) && definition.getDefaultValue() != null)
                .findFirst()
                .map(definition -> of(definition.getDefaultValue(), operation))
                .orElse(UNSAID);
    }

    private static ListSize largest(ListSize one, ListSize another) {
        return one instanceof Fixed(var size) && another instanceof Fixed(var other)
                ? new Fixed(Math.max(size, other))
                : new Largest(one, another);
    }

    /** What the document says. */
    record Fixed(long items) implements ListSize {

        @Override
        public long with(Map<String, ?> variables) {
            return items;
        }
    }

    /** What a variable says; what has the wrong type is refused when the variable is read. */
    record Variable(String name, ListSize leftOut) implements ListSize {

        @Override
        public long with(Map<String, ?> variables) {
            return switch (variables.get(name)) {
                case Collection<?> list -> bounded(list.size());
                case BigInteger huge -> bounded(huge);
                case Number number -> bounded(number.longValue());
                case null -> (variables.containsKey(name) ? UNSAID : leftOut).with(variables);
                default -> UNSAID.with(variables);
            };
        }
    }

    /** The more of two, of which a variable says at least one: a client that pages both ways has both and sets one to null. */
    record Largest(ListSize one, ListSize another) implements ListSize {

        @Override
        public long with(Map<String, ?> variables) {
            return Math.max(one.with(variables), another.with(variables));
        }
    }

    /** What variables say, and something else where they say nothing. */
    record Told(ListSize asked, ListSize otherwise) implements ListSize {

        @Override
        public long with(Map<String, ?> variables) {
            var size = asked.with(variables);
            return size == 0 ? otherwise.with(variables) : size;
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
