package io.patchbay.api;

import static graphql.schema.GraphQLTypeUtil.simplePrint;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares what was promised of a type with what it is. */
final class Promise {

    private Promise() {}

    /** What is promised and not there, or otherwise. */
    static List<String> broken(GraphQLNamedType promised, GraphQLType actual) {
        if (!(actual instanceof GraphQLNamedType type)) {
            return List.of(promised.getName());
        }
        var there = parts(type);
        return parts(promised).entrySet().stream()
                .filter(part -> !part.getValue().equals(there.get(part.getKey())))
                .map(part -> part.getKey() + ": " + part.getValue() + " but " + there.get(part.getKey()))
                .toList();
    }

    private static Map<String, String> parts(GraphQLNamedType type) {
        var parts = new TreeMap<String, String>();
        switch (type) {
            case GraphQLFieldsContainer fields ->
                fields.getFieldDefinitions().forEach(field -> add(parts, type, field));
            case GraphQLInputObjectType input ->
                input.getFields().forEach(field -> parts.put(name(type, field), simplePrint(field.getType())));
            case GraphQLEnumType values -> values.getValues().forEach(value -> add(parts, type, value));
            default -> {}
        }
        if (type instanceof GraphQLObjectType object) {
            object.getInterfaces().forEach(parent -> parts.put(type.getName() + " implements " + parent.getName(), ""));
        }
        return parts;
    }

    private static void add(Map<String, String> parts, GraphQLNamedType type, GraphQLFieldDefinition field) {
        parts.put(name(type, field), simplePrint(field.getType()));
        for (GraphQLArgument argument : field.getArguments()) {
            parts.put(name(type, field) + "(" + argument.getName() + ")", simplePrint(argument.getType()));
        }
    }

    private static void add(Map<String, String> parts, GraphQLNamedType type, GraphQLEnumValueDefinition value) {
        parts.put(name(type, value), "value");
    }

    private static String name(GraphQLNamedType type, GraphQLNamedSchemaElement part) {
        return type.getName() + "." + part.getName();
    }
}
