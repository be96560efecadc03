package io.patchbay.api.document;

import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Measures a document that was parsed and nothing more, so that what is too large is refused before it is validated. Looks
 * at each fragment once, so that fragments of fragments take no longer to measure than to write.
 */
final class ShapeReading {

    /** Braces within braces, fragments written out: whoever walks through a document needs a few calls within calls for each. */
    static final int MAX_NESTING = 150;

    private static final Shape FAR_TOO_DEEP = new Shape(0, MAX_NESTING, 0, 0, 0, 0);

    private final Map<String, FragmentDefinition> fragments = new LinkedHashMap<>();
    private final Map<String, Shape> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private @Nullable FragmentDefinition circular;
    private Shape shape = Shape.NONE;
    private int level;

    private ShapeReading(Document document) {
        // Which of two fragments of one name is meant is for the validation to say.
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.putIfAbsent(fragment.getName(), fragment));
    }

    static ShapeReading of(Document document) {
        var reading = new ShapeReading(document);
        reading.shape = reading.whole(document);
        return reading;
    }

    Shape shape() {
        return shape;
    }

    /** A fragment that holds itself, by way of others or not; null where there is none. */
    @Nullable
    FragmentDefinition circular() {
        return circular;
    }

    private Shape whole(Document document) {
        var shape = Shape.NONE;
        for (var operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            shape = shape.with(operation(operation));
        }
        // Only now is it known which of them no operation spreads, wherever they stand.
        for (var fragment : fragments.values()) {
            shape = shape.with(unspread(fragment));
        }
        return shape;
    }

    private Shape operation(OperationDefinition operation) {
        var shape = directives(operation).with(below(operation.getSelectionSet()));
        for (var variable : operation.getVariableDefinitions()) {
            shape = shape.with(directives(variable));
        }
        return shape;
    }

    // A fragment that no operation spreads is an error, which the validation finds by reading all of it.
    private Shape unspread(FragmentDefinition fragment) {
        return known.containsKey(fragment.getName()) ? Shape.NONE : fragment(fragment.getName());
    }

    private Shape below(@Nullable SelectionSet selections) {
        if (selections == null) {
            return Shape.NONE;
        }
        // However deep it is, looking at it must not fill the stack.
        if (level == MAX_NESTING) {
            return FAR_TOO_DEEP;
        }
        level++;
        var shape = Shape.NONE;
        for (Selection<?> selection : selections.getSelections()) {
            shape = shape.with(
                    switch (selection) {
                        case Field field ->
                            directives(field)
                                    .with(named(field))
                                    .with(below(field.getSelectionSet()).below());
                        case InlineFragment inline -> directives(inline).with(below(inline.getSelectionSet()));
                        case FragmentSpread spread ->
                            Shape.SPREAD.with(directives(spread)).with(fragment(spread.getName()));
                        default -> Shape.NONE;
                    });
        }
        level--;
        return shape.nested();
    }

    private Shape fragment(String name) {
        var measured = known.get(name);
        if (measured != null) {
            return measured;
        }
        var fragment = fragments.get(name);
        if (fragment == null) {
            return Shape.NONE;
        }
        // A circle has no size.
        if (!open.add(name)) {
            circular = fragment;
            return Shape.NONE;
        }
        var shape = directives(fragment).with(below(fragment.getSelectionSet()));
        open.remove(name);
        known.put(name, shape);
        return shape;
    }

    private static Shape named(Field field) {
        return new Shape(1, 0, 1, field.getAlias() == null ? 0 : 1, 0, 0);
    }

    private static Shape directives(DirectivesContainer<?> container) {
        return new Shape(0, 0, 0, 0, container.getDirectives().size(), 0);
    }
}
