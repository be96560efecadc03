package io.patchbay.app;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** GraphQL documents that follow the grammar of the language and, by chance or for a while, Patchbay's schema. */
final class RandomDocuments {

    private static final List<String> NAMES = List.of(
            "viewer",
            "connectors",
            "nodes",
            "edges",
            "node",
            "pageInfo",
            "totalCount",
            "company",
            "companyGroups",
            "system",
            "systems",
            "instances",
            "apiTokens",
            "id",
            "name",
            "slug",
            "credentials",
            "value",
            "__typename",
            "__schema",
            "__type",
            "types",
            "fields",
            "ofType",
            "createConnector",
            "createApiToken",
            "installSystem",
            "deleteConnector",
            "userErrors",
            "first",
            "last",
            "after",
            "before",
            "filter",
            "orderBy",
            "input",
            "ids",
            "_",
            "on",
            "fragment",
            "query",
            "mutation",
            "true",
            "null");
    private static final List<String> TYPES = List.of(
            "Query",
            "Mutation",
            "Connector",
            "ConnectorFilter",
            "ID",
            "ID!",
            "[ID!]!",
            "Int",
            "String",
            "DateTime",
            "[[[Int]]]",
            "CreateConnectorInput!",
            "Nothing",
            "Node",
            "__Type");

    private final RandomGenerator random;

    RandomDocuments(RandomGenerator random) {
        this.random = random;
    }

    String document() {
        return several(1, 3, "\n", this::definition);
    }

    private String definition() {
        return switch (random.nextInt(6)) {
            case 0 -> "fragment " + name() + " on " + type() + directives() + selections(4);
            case 1 -> "mutation " + name() + variables() + directives() + selections(4);
            case 2 -> "subscription " + selections(2);
            case 3 -> "type " + name() + " { " + name() + ": " + type() + " }";
            default -> (random.nextBoolean() ? "query " + name() + variables() : "") + selections(5);
        };
    }

    private String selections(int depth) {
        return depth == 0 ? "" : " { " + several(1, 4, " ", () -> selection(depth)) + " }";
    }

    private String selection(int depth) {
        return switch (random.nextInt(8)) {
            case 0 -> "..." + name() + directives();
            case 1 -> "... on " + type() + directives() + selections(depth - 1);
            case 2 -> name() + ": " + field(depth);
            default -> field(depth);
        };
    }

    private String field(int depth) {
        return name()
                + (random.nextInt(3) == 0 ? "(" + several(1, 3, ", ", () -> name() + ": " + value(3)) + ")" : "")
                + directives()
                + (random.nextInt(3) == 0 ? "" : selections(depth - 1));
    }

    private String variables() {
        return random.nextBoolean()
                ? ""
                : "("
                        + several(
                                1,
                                3,
                                ", ",
                                () -> "$" + name() + ": " + type() + (random.nextBoolean() ? "" : " = " + value(2)))
                        + ")";
    }

    private String directives() {
        return random.nextInt(6) != 0
                ? ""
                : " @" + pick(List.of("skip", "include", "deprecated", "cost", "oneOf", name())) + "("
                        + pick(List.of("if", "weight", "x")) + ": " + value(1) + ")";
    }

    String value(int depth) {
        return switch (random.nextInt(depth == 0 ? 9 : 11)) {
            case 0 -> "$" + name();
            case 1 -> Integer.toString(random.nextInt());
            case 2 -> number();
            case 3 -> "\"" + text() + "\"";
            case 4 -> "\"\"\"" + text() + "\"\"\"";
            case 5 -> pick(List.of("true", "false", "null"));
            case 6 -> name().toUpperCase();
            case 7 -> Double.toString(random.nextDouble() * 1e300);
            case 8 -> "\"\\u" + pick(List.of("0000", "D800", "DFFF", "{110000}", "{0}", "{D83D}", "00", "zzzz")) + "\"";
            case 9 -> "[" + several(0, 3, ", ", () -> value(depth - 1)) + "]";
            default -> "{" + several(0, 3, ", ", () -> name() + ": " + value(depth - 1)) + "}";
        };
    }

    /** Larger than any type holds, or written as none is. */
    String number() {
        return pick(List.of(
                "9".repeat(1 + random.nextInt(5_000)),
                "-" + "9".repeat(1 + random.nextInt(50)),
                "1e" + random.nextInt(2_000_000_000),
                "-1E-" + random.nextInt(2_000_000_000),
                "0." + "0".repeat(random.nextInt(3_000)) + "1",
                "2147483648",
                "-9223372036854775809",
                "00",
                "0x7f",
                "NaN",
                "1.",
                "-"));
    }

    private String text() {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(at -> pick(List.of(
                        "a", "ä", "\u2028", "\uFFFD", "😀", " ", "\\n", "\\", "'", "$", "{", "%00", "\0", "\u0085")))
                .collect(Collectors.joining());
    }

    String name() {
        return random.nextInt(10) == 0 ? "n" + Integer.toString(random.nextInt(1_000_000), 36) : pick(NAMES);
    }

    private String type() {
        return pick(TYPES);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String several(int least, int most, String between, Supplier<String> one) {
        return IntStream.range(0, least + random.nextInt(most - least + 1))
                .mapToObj(number -> one.get())
                .collect(Collectors.joining(between));
    }
}
