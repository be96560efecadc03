package io.patchbay.api.document;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the operations of a valid document cost. A field costs what its {@code @cost} says; without one, 10 where it
 * changes something, 1 where it gives an object, nothing where it gives a value. What is selected of a list counts for each
 * item: of {@code nodes} and {@code edges} as many as {@code first}, {@code last} or {@code ids} says.
 */
final class CostReading {

    private static final long CHANGE = 10;
    private static final long OBJECT = 1;
    private static final Cost SCHEMA = new Cost.Fixed(500);

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;
    private final OperationDefinition operation;
    private final GraphQLCompositeType root;
    private AskedOperation asked;
    private boolean introspects;

    private CostReading(
            GraphQLSchema schema,
            Map<String, FragmentDefinition> fragments,
            OperationDefinition operation,
            GraphQLCompositeType root) {
        this.schema = schema;
        this.fragments = fragments;
        this.operation = operation;
        this.root = root;
        this.asked = AskedOperation.of(operation.getOperation());
    }

    static Map<String, FragmentDefinition> fragments(Document document) {
        return document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity()));
    }

    static KnownDocument.Priced of(
            OperationDefinition operation, Map<String, FragmentDefinition> fragments, GraphQLSchema schema) {
        var root = Objects.requireNonNull(
                switch (operation.getOperation()) {
                    case QUERY -> schema.getQueryType();
                    case MUTATION -> schema.getMutationType();
                    case SUBSCRIPTION -> schema.getSubscriptionType();
                });
        var reading = new CostReading(schema, fragments, operation, root);
        var cost = reading.selections(operation.getSelectionSet(), root, null);
        return new KnownDocument.Priced(
                operation.getName(), operation.getOperation(), cost, reading.asked, reading.introspects);
    }

    /** @param page how many items the connection has that this is selected of; null of anything else */
    private Cost selections(@Nullable SelectionSet selections, GraphQLCompositeType of, @Nullable ListSize page) {
        var cost = Cost.NOTHING;
        if (selections == null) {
            return cost;
        }
        for (Selection<?> selection : selections.getSelections()) {
            cost = cost.plus(
                    switch (selection) {
                        case Field field -> field(field, of, page);
                        case InlineFragment inline ->
                            selections(
                                    inline.getSelectionSet(),
                                    inline.getTypeCondition() == null
                                            ? of
                                            : type(inline.getTypeCondition().getName()),
                                    page);
                        case FragmentSpread spread -> spread(spread, page);
                        default -> Cost.NOTHING;
                    });
        }
        return cost;
    }

    private Cost spread(FragmentSpread spread, @Nullable ListSize page) {
        var fragment = Objects.requireNonNull(fragments.get(spread.getName()));
        return selections(
                fragment.getSelectionSet(), type(fragment.getTypeCondition().getName()), page);
    }

    private Cost field(Field field, GraphQLCompositeType of, @Nullable ListSize page) {
        if (field.getName().equals("__typename")) {
            return Cost.NOTHING;
        }
        if (of.equals(root)) {
            asked = asked.and(field.getName());
        }
        if (field.getName().startsWith("__")) {
            introspects = true;
            return SCHEMA;
        }
        var definition = ((GraphQLFieldsContainer) of).getFieldDefinition(field.getName());
        var own = new Cost.Fixed(weight(definition, of));
        if (!(GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType type)) {
            return own;
        }
        if (isPaged(definition)) {
            return own.plus(selections(
                    field.getSelectionSet(), type, ListSize.asked(field.getArguments(), operation, ListSize.PAGE)));
        }
        var below = selections(field.getSelectionSet(), type, null);
        if (!GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()))) {
            return own.plus(below);
        }
        return own.plus(below).times(page == null ? unpaged(field) : page);
    }

    private ListSize unpaged(Field field) {
        return ListSize.asked(field.getArguments(), operation, ListSize.UNPAGED);
    }

    private long weight(GraphQLFieldDefinition field, GraphQLCompositeType of) {
        var declared = field.getAppliedDirective("cost");
        if (declared != null) {
            return Objects.requireNonNull(declared.getArgument("weight").<Integer>getValue());
        }
        if (of.equals(schema.getMutationType())) {
            return CHANGE;
        }
        return GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLCompositeType ? OBJECT : 0;
    }

    private static boolean isPaged(GraphQLFieldDefinition field) {
        return field.getArgument("first") != null && field.getArgument("last") != null;
    }

    private GraphQLCompositeType type(String name) {
        return (GraphQLCompositeType) Objects.requireNonNull(schema.getType(name));
    }
}
