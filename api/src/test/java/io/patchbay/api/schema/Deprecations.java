package io.patchbay.api.schema;

import graphql.introspection.Introspection;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the schema no longer wants to be used. */
final class Deprecations {

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}: use `[\\w.]+`.*", Pattern.DOTALL);

    private record Element(String name, @Nullable String reason) {}

    private Deprecations() {}

    /** Those whose reason has not the form "2026-11-22: use `Connector.title` ...". */
    static List<String> withoutDateOrReplacement(GraphQLSchema schema) {
        return schema.getAllTypesAsList().stream()
                .filter(type -> !Introspection.isIntrospectionTypes(type))
                .flatMap(Deprecations::elements)
                .filter(element -> element.reason() != null
                        && !FORM.matcher(element.reason()).matches())
                .map(Element::name)
                .toList();
    }

    private static Stream<Element> elements(GraphQLNamedType type) {
        return switch (type) {
            case GraphQLFieldsContainer object ->
                object.getFieldDefinitions().stream()
                        .flatMap(field -> Stream.concat(
                                Stream.of(new Element(
                                        type.getName() + "." + field.getName(), field.getDeprecationReason())),
                                field.getArguments().stream()
                                        .map(argument -> new Element(
                                                type.getName() + "." + field.getName() + "." + argument.getName(),
                                                argument.getDeprecationReason()))));
            case GraphQLInputObjectType input ->
                input.getFields().stream()
                        .map(field ->
                                new Element(type.getName() + "." + field.getName(), field.getDeprecationReason()));
            case GraphQLEnumType values ->
                values.getValues().stream()
                        .map(value ->
                                new Element(type.getName() + "." + value.getName(), value.getDeprecationReason()));
            default -> Stream.empty();
        };
    }
}
