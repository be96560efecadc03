package io.patchbay.api.schema;

import graphql.introspection.Introspection;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.patchbay.api.GraphiQlExamples;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The schema as a page that people read. */
final class SchemaReference {

    private static final List<String> BUILT_IN = List.of("String", "Int", "Float", "Boolean", "ID");
    private static final List<String> CODES = List.of("ErrorCode", "UserErrorCode");

    private final GraphQLSchema schema;
    private final StringBuilder page = new StringBuilder();

    SchemaReference(GraphQLSchema schema) {
        this.schema = schema;
    }

    String markdown() {
        line("# GraphQL reference");
        line("");
        line(
                "Written from the schema by `script/schema`; do not edit it. [api.md](api.md) says how to talk to the API,");
        line("`/graphiql` is a page to try it on.");
        section("Examples");
        line("The commonest jobs. They are the tabs of `/graphiql`, and tests run them.");
        GraphiQlExamples.all().forEach(this::example);
        section("Codes");
        line(
                "Codes stay. New ones may come: treat an unknown user error as `INVALID_INPUT`, and an unknown error as one that"
                        + " sending again will not cure.");
        CODES.forEach(code -> values((GraphQLEnumType) Objects.requireNonNull(schema.getType(code))));
        operations("Queries", schema.getQueryType());
        operations("Mutations", schema.getMutationType());
        operations("Subscriptions", schema.getSubscriptionType());
        types("Objects", type -> type instanceof GraphQLObjectType && !isRoot(type));
        types("Interfaces", GraphQLInterfaceType.class::isInstance);
        types("Inputs", GraphQLInputObjectType.class::isInstance);
        types("Enums", type -> type instanceof GraphQLEnumType && !CODES.contains(type.getName()));
        types("Scalars", GraphQLScalarType.class::isInstance);
        return page.toString();
    }

    private void example(GraphiQlExamples.Example example) {
        line("");
        line("### " + example.title());
        line("");
        line(example.text());
        line("");
        fenced("graphql", example.query().replaceFirst("^(#.*\n)+", ""));
        if (example.variables() != null) {
            fenced("json", example.variables());
        }
    }

    private void operations(String title, @Nullable GraphQLObjectType root) {
        if (root == null) {
            return;
        }
        section(title);
        line(text(root));
        fields(root.getFieldDefinitions()).forEach(this::operation);
    }

    private void operation(GraphQLFieldDefinition field) {
        line("");
        line("### " + field.getName());
        line("");
        line("Gives " + linked(field.getType()) + ". " + text(field) + deprecation(field.getDeprecationReason()));
        if (!field.getArguments().isEmpty()) {
            line("");
            line("| argument | type | |");
            line("|---|---|---|");
            field.getArguments().forEach(this::argument);
        }
    }

    private void argument(GraphQLArgument argument) {
        line(row(argument.getName(), argument.getType(), argument) + deprecation(argument.getDeprecationReason())
                + " |");
    }

    private void types(String title, Predicate<GraphQLNamedType> wanted) {
        section(title);
        schema.getAllTypesAsList().stream()
                .filter(type -> !Introspection.isIntrospectionTypes(type) && !BUILT_IN.contains(type.getName()))
                .filter(wanted)
                .sorted(Comparator.comparing(GraphQLNamedType::getName))
                .forEach(this::type);
    }

    private void type(GraphQLNamedType type) {
        if (type instanceof GraphQLEnumType values) {
            values(values);
            return;
        }
        heading(type);
        switch (type) {
            case GraphQLFieldsContainer object -> {
                if (object instanceof GraphQLImplementingType implementing
                        && !implementing.getInterfaces().isEmpty()) {
                    line("");
                    line("Is a "
                            + String.join(
                                    ", ",
                                    implementing.getInterfaces().stream()
                                            .map(this::linked)
                                            .toList()) + ".");
                }
                table("field");
                fields(object.getFieldDefinitions())
                        .forEach(field -> line(row(field.getName(), field.getType(), field)
                                + deprecation(field.getDeprecationReason()) + " |"));
            }
            case GraphQLInputObjectType input -> {
                if (input.isOneOf()) {
                    line("");
                    line("Exactly one of these is given.");
                }
                table("field");
                input.getFields()
                        .forEach(field -> line(row(field.getName(), field.getType(), field)
                                + deprecation(field.getDeprecationReason()) + " |"));
            }
            default -> {}
        }
    }

    private void values(GraphQLEnumType type) {
        heading(type);
        line("");
        line("| value | |");
        line("|---|---|");
        type.getValues()
                .forEach(value -> line("| `" + value.getName() + "` | " + cell(value)
                        + deprecation(value.getDeprecationReason()) + " |"));
    }

    private void heading(GraphQLNamedType type) {
        line("");
        line("### " + type.getName());
        line("");
        line(text(type));
    }

    private void table(String what) {
        line("");
        line("| " + what + " | type | |");
        line("|---|---|---|");
    }

    private String row(String name, GraphQLType type, GraphQLNamedSchemaElement element) {
        return "| `" + name + "` | " + linked(type) + " | " + cell(element);
    }

    private String linked(GraphQLType type) {
        var named = GraphQLTypeUtil.unwrapAll(type).getName();
        var shown = GraphQLTypeUtil.simplePrint(type).replace("[", "\\[").replace("]", "\\]");
        return BUILT_IN.contains(named) ? shown : "[" + shown + "](#" + named.toLowerCase(Locale.ROOT) + ")";
    }

    private boolean isRoot(GraphQLNamedType type) {
        return Stream.of(schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType())
                .anyMatch(type::equals);
    }

    private static Stream<GraphQLFieldDefinition> fields(List<GraphQLFieldDefinition> fields) {
        return fields.stream();
    }

    private static String deprecation(@Nullable String reason) {
        return reason == null ? "" : " **Deprecated:** " + reason;
    }

    private static String cell(GraphQLNamedSchemaElement element) {
        return text(element).replaceAll("\\s*\n\\s*", " ").replace("|", "\\|");
    }

    private static String text(GraphQLNamedSchemaElement element) {
        return Objects.requireNonNullElse(element.getDescription(), "").strip();
    }

    private void section(String title) {
        line("");
        line("## " + title);
        line("");
    }

    private void fenced(String language, String content) {
        line("```" + language);
        line(content.strip());
        line("```");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
