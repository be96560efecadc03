package io.patchbay.api.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.persisted.PersistedQuerySupport;
import graphql.language.SourceLocation;
import graphql.parser.ParserOptions;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.patchbay.shared.CompanyId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentCacheTests {

    private static final String SCHEMA = """
            directive @cost(weight: Int!) on FIELD_DEFINITION
            type Query { shop: Shop, shops(first: Int, after: String, last: Int, before: String): Shops!, nodes(ids: [ID!]!): [Shop]! }
            type Mutation { open(name: String): Shop, check(name: String): Shop @cost(weight: 100) }
            type Subscription { opened: Shop }
            type Shops { nodes: [Shop!]!, edges: [Edge!]!, totalCount: Count! @cost(weight: 10), pageInfo: Info! }
            type Edge { node: Shop! cursor: String! }
            type Shop { name: String, tags: [String!], staff: [Person!], neighbour: Shop, shops(first: Int, last: Int): Shops! }
            type Person { name: String }
            type Count { value: Int }
            type Info { end: String }
            """;

    private static final String OPEN = "mutation($name: String) { open(name: $name) { name } }";

    private CompanyId company = CompanyId.next();
    private final DocumentCache cache = cache(new DocumentLimits(1000, 5, 50, 10, 10, 300, true));

    @Test
    void parsesAQueryOnce() {
        assertThat(ask("{ shops { nodes { name } } } # \"x\"").getDocument())
                .isSameAs(ask("{ shops { nodes { name } } } # \"x\"").getDocument());
    }

    @Test
    void keepsMutationsWhoseValuesAreVariables() {
        assertThat(ask(OPEN).getDocument()).isSameAs(ask(OPEN).getDocument());
    }

    @Test
    void forgetsMutationsThatHoldValues() {
        var text = "mutation { open(name: \"x\") { name } }";

        assertThat(ask(text).getDocument()).isNotSameAs(ask(text).getDocument());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    { shop { name tags } }                                                      | 1
                    { shop { neighbour { name } } __typename }                                  | 2
                    { shop { staff { name } } }                                                 | 6
                    { shops { pageInfo { end } } }                                              | 2
                    { shops { totalCount { value } } }                                          | 11
                    { shops { nodes { name } } }                                                | 21
                    { shops(first: 7) { nodes { name } } }                                      | 8
                    { shops(last: 7) { edges { cursor node { name } } } }                       | 15
                    { shops(first: 7) { nodes { shops(first: 3) { nodes { name } } } } }        | 36
                    { shops(first: 7) { ...page } } fragment page on Shops { nodes { name } }   | 8
                    { nodes(ids: ["a", "b", "c"]) { name } }                                    | 3
                    { shops(first: $first) { nodes { name } } }                                 | 13
                    { nodes(ids: $ids) { name } }                                               | 2
                    { shops(first: $unknown) { nodes { name } } }                               | 21
                    { shops(first: $missing) { nodes { name } } }                               | 6
                    { shops(first: 2147483647) { nodes { name } } }                             | 101
                    { shops(first: -3) { nodes { name } } }                                     | 2
                    { shops(first: null, last: 7) { nodes { name } } }                          | 8
                    { shops(first: null) { nodes { name } } }                                   | 21
                    { shops(first: $unsaid, last: $first) { nodes { name } } }                  | 13
                    { shops(first: $unsaid) { nodes { name } } }                                | 21
                    { shops(first: 3, last: $first) { nodes { name } } }                        | 13
                    """)
    void pricesAQueryByTheItemsThatItAsksFor(String selections, long cost) {
        var declared = " query($first: Int, $ids: [ID!]!, $unknown: Int, $missing: Int = 5, $unsaid: Int = 5)"
                .lines()
                .filter(line -> selections.contains("$"))
                .collect(Collectors.joining());
        // Unused variables would be no valid document.
        for (var variable : new String[] {
            "$first: Int, ", "$ids: [ID!]!, ", "$unknown: Int, ", "$missing: Int = 5, ", "$unsaid: Int = 5"
        }) {
            if (!selections.contains(variable.substring(0, variable.indexOf(':')))) {
                declared = declared.replace(variable, "");
            }
        }
        var variables =
                new HashMap<String, Object>(Map.of("first", 12, "ids", List.of("a", "b"), "unknown", "nonsense"));
        variables.put("unsaid", null);
        var input = input((declared.replace(", )", ")") + selections).strip())
                .variables(variables)
                .extensions(Map.of("cost", true))
                .build();

        assertThat(codes(ask(input))).isEmpty();
        assertThat(AskedCost.in(input.getGraphQLContext())).isEqualTo(new AskedCost(cost, 300));
    }

    @Test
    void pricesWhatIsDeclared() {
        var input = input("mutation { open { name } check { name } }")
                .extensions(Map.of("cost", true))
                .build();
        ask(input);

        assertThat(AskedCost.in(input.getGraphQLContext())).isEqualTo(new AskedCost(110, 300));
    }

    @Test
    void refusesWhatCostsTooMuchAndSaysHowMuch() {
        var errors = ask("{ shops(first: 100) { nodes { shops(first: 100) { nodes { name } } } } }")
                .getErrors();

        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst().getExtensions())
                .isEqualTo(Map.of("code", "QUERY_TOO_COMPLEX", "limit", 300L, "used", 10_201L));
        assertThat(errors.getFirst().getMessage())
                .contains("10,201")
                .contains("300")
                .contains("first");
    }

    @Test
    void countsEachRequestWithItsOwnVariables() {
        var text = "query($first: Int) { shops(first: $first) { nodes { shops { nodes { name } } } } }";

        assertThat(codes(ask(input(text).variables(Map.of("first", 5)).build())))
                .isEmpty();
        assertThat(codes(ask(input(text).variables(Map.of("first", 50)).build())))
                .containsExactly("QUERY_TOO_COMPLEX");
        assertThat(codes(ask(input(text).variables(Map.of("first", 5)).build())))
                .isEmpty();
    }

    @Test
    void refusesWhatIsTooDeep() {
        assertThat(codes(ask(nested(5)))).isEmpty();
        assertThat(ask(nested(6)).getErrors().getFirst().getExtensions())
                .isEqualTo(Map.of("code", "QUERY_TOO_DEEP", "limit", 5L, "used", 6L));
        assertThat(codes(ask("{ shop { ...a } } fragment a on Shop { neighbour { ...b } }"
                        + " fragment b on Shop { neighbour { neighbour { neighbour { name } } } }")))
                .containsExactly("QUERY_TOO_DEEP");
        assertThat(codes(ask(nested(400)))).containsExactly("QUERY_TOO_DEEP");
    }

    @Test
    void refusesTooManyAliases() {
        assertThat(codes(ask(aliases(10)))).isEmpty();
        assertThat(ask(aliases(11)).getErrors().getFirst().getExtensions())
                .isEqualTo(Map.of("code", "TOO_MANY_ALIASES", "limit", 10L, "used", 11L));
    }

    @Test
    void refusesTooManyDirectives() {
        assertThat(codes(ask("{ " + "shop @include(if: true) { name } ".repeat(10) + "}")))
                .isEmpty();
        assertThat(codes(ask("{ shop { name" + " @skip(if: false)".repeat(11) + " } }")))
                .containsExactly("TOO_MANY_DIRECTIVES");
    }

    @Test
    void refusesTooManyFieldsAndTooManyTokens() {
        assertThat(codes(ask("{ shop { " + "name ".repeat(50) + "} }"))).containsExactly("TOO_MANY_FIELDS");
        assertThat(codes(ask("{ shop { " + "name ".repeat(5_000) + "} }"))).containsExactly("TOO_MANY_TOKENS");
    }

    @Test
    void saysHowManyTokensThereAre() {
        assertThat(ask("{ shop { " + "name ".repeat(2_000) + "} }")
                        .getErrors()
                        .getFirst()
                        .getExtensions())
                .isEqualTo(Map.of("code", "TOO_MANY_TOKENS", "limit", 1000L, "used", 2_005L));
        assertThat(codes(ask("{ shop { " + "name # and so on\n".repeat(995) + "} }")))
                .containsExactly("TOO_MANY_FIELDS");
    }

    /** What the parser has looked at is thrown away at best, and at worst it learns from it for ever. */
    @ParameterizedTest
    @MethodSource("largeTexts")
    void refusesLargeTextsBeforeTheyAreParsed(String text, String code) {
        var parsed = new AtomicInteger();
        var options = ParserOptions.getDefaultOperationParserOptions();
        ParserOptions.setDefaultOperationParserOptions(
                options.transform(it -> it.parsingListener(token -> parsed.incrementAndGet())));
        var watched = cache(new DocumentLimits(1000, 5, 50, 10, 10, 300, true));
        ParserOptions.setDefaultOperationParserOptions(options);

        assertThat(codes(ask(watched, input(text).build()))).containsExactly(code);
        assertThat(parsed).hasValue(0);
        ask(watched, input("{ shop { name } }").build());
        assertThat(parsed).hasPositiveValue();
    }

    static List<Arguments> largeTexts() {
        return List.of(
                arguments("{ " + "shop { name } ".repeat(400) + "}", "TOO_MANY_TOKENS"),
                arguments("{ shop { name } } #" + "x".repeat(40_000), "TOO_MANY_TOKENS"),
                arguments("{ shop { name } }" + ", \n".repeat(20_000), "TOO_MANY_TOKENS"),
                arguments("{ shop { " + "x".repeat(40_000) + " } }", "TOO_MANY_TOKENS"),
                arguments("mutation { open(name: \"" + "\\u0041".repeat(8_000) + "\") { name } }", "TOO_MANY_TOKENS"),
                arguments(
                        "query($a: " + "[".repeat(200) + "Int" + "]".repeat(200) + ") { shop { name } }",
                        "QUERY_TOO_DEEP"),
                arguments("{ nodes(ids: " + "[".repeat(400), "QUERY_TOO_DEEP"));
    }

    @Test
    void refusesTooManySpreadsOfFragmentsThatHoldNothing() {
        var twice = IntStream.range(0, 40)
                .mapToObj(n -> "fragment f%d on Shop { ...f%d ...f%d }".formatted(n, n + 1, n + 1))
                .collect(Collectors.joining("\n"));
        var operations = IntStream.range(0, 20)
                .mapToObj(n -> "query q%d { shop { ...a ...a ...a } }".formatted(n))
                .collect(Collectors.joining("\n"));

        assertThat(ask("{ shop { ...f0 } } " + twice).getErrors().getFirst().getExtensions())
                .isEqualTo(Map.of("code", "TOO_MANY_FIELDS", "limit", 50L, "used", 1_000_000_000L));
        assertThat(ask(operations + " fragment a on Shop { ...missing }")
                        .getErrors()
                        .getFirst()
                        .getMessage())
                .contains("120 spreads of fragments")
                .contains("at most 50");
    }

    @Test
    void countsAFragmentOnceWhereverItStands() {
        var operation = "{ shop { ...a } }";
        var fragment = " fragment a on Shop { " + "name ".repeat(30) + "} ";

        assertThat(codes(ask(operation + fragment))).isEmpty();
        assertThat(codes(ask(fragment + operation))).isEmpty();
    }

    /** Whoever walks through them would fill the stack. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesFragmentsWithinFragmentsFarDown(boolean outermostFirst) {
        var roomy = cache(new DocumentLimits(100_000, 5, 5_000, 10, 10, 300, true));
        var fragments = new ArrayList<>(IntStream.range(0, 3_000)
                .mapToObj(n -> "fragment f%d on Shop { ...f%d }".formatted(n, n + 1))
                .toList());
        if (!outermostFirst) {
            Collections.reverse(fragments);
        }
        var last = " fragment f3000 on Shop { name } ";
        var operation = "{ shop { ...f%d } }";
        var all = String.join("\n", fragments);

        assertThat(codes(ask(roomy, input(operation.formatted(0) + last + all).build())))
                .containsExactly("QUERY_TOO_DEEP");
        assertThat(codes(ask(roomy, input(last + all + operation.formatted(0)).build())))
                .containsExactly("QUERY_TOO_DEEP");

        var few = all.lines()
                .filter(line -> line.matches("fragment f29\\d\\d .*"))
                .collect(Collectors.joining());
        assertThat(codes(ask(
                        roomy, input(last + few + operation.formatted(2_900)).build())))
                .isEmpty();
    }

    @Test
    void findsACircleOfFragmentsOnce() {
        var circle = IntStream.range(0, 40)
                .mapToObj(n -> "fragment f%d on Shop { ...f%d }".formatted(n, (n + 1) % 40))
                .collect(Collectors.joining("\n"));

        assertThat(ask("{ shop { ...f0 } }\n" + circle).getErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.getMessage()).contains("FragmentCycle@[f0]"))
                .satisfies(error -> assertThat(error.getLocations())
                        .singleElement()
                        .extracting(SourceLocation::getLine)
                        .isEqualTo(2));
    }

    /** A thousand million fields in forty lines; measuring them must take no longer than reading them. */
    @Test
    void writesFragmentsOutWithoutWritingThem() {
        var bomb = IntStream.range(0, 40)
                .mapToObj(n -> "fragment f%d on Shop { ...f%d ...f%d }".formatted(n, n + 1, n + 1))
                .collect(Collectors.joining("\n"));

        var errors = ask("{ shop { ...f0 } }\n" + bomb + "\nfragment f40 on Shop { name }")
                .getErrors();

        assertThat(errors.getFirst().getExtensions()).containsEntry("code", "TOO_MANY_FIELDS");
        assertThat((Long) errors.getFirst().getExtensions().get("used")).isGreaterThanOrEqualTo(1_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ shop { ...a } } fragment a on Shop { ...a }",
                "{ shop { ...a } } fragment a on Shop { name ...b } fragment b on Shop { neighbour { ...a } }",
                "{ shop { ...missing } }",
                "{ shop { name } } fragment unused on Shop { name }",
                "{ nothing }"
            })
    void leavesWhatIsInvalidToTheValidation(String document) {
        assertThat(ask(document).getErrors())
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.getErrorType()).isEqualTo(graphql.ErrorType.ValidationError));
    }

    @Test
    void introspectionCanBeSwitchedOff() {
        var closed = cache(new DocumentLimits(1000, 20, 50, 10, 10, 10_000, false));

        assertThat(codes(ask(closed, input("{ __schema { types { name } } }").build())))
                .containsExactly("INTROSPECTION_DISABLED");
        assertThat(codes(ask(
                        closed,
                        input("{ ...q } fragment q on Query { __type(name: \"Shop\") { name } }")
                                .build())))
                .containsExactly("INTROSPECTION_DISABLED");
        assertThat(codes(ask(closed, input("{ shop { __typename } }").build()))).isEmpty();
    }

    @Test
    void aGetOnlyReads() {
        assertThat(codes(ask(by(Transport.GET, "{ shop { name } }")))).isEmpty();
        assertThat(codes(ask(by(Transport.GET, OPEN)))).containsExactly("METHOD_NOT_ALLOWED");
        assertThat(codes(ask(by(Transport.POST, OPEN)))).isEmpty();
    }

    @Test
    void subscriptionsGoTheirOwnWays() {
        var subscription = "subscription { opened { name } }";

        assertThat(codes(ask(subscription))).containsExactly("WRONG_TRANSPORT");
        assertThat(codes(ask(by(Transport.EVENT_STREAM, subscription)))).isEmpty();
        assertThat(codes(ask(by(Transport.WEB_SOCKET, subscription)))).isEmpty();
        assertThat(codes(ask(by(Transport.EVENT_STREAM, OPEN)))).containsExactly("WRONG_TRANSPORT");
        assertThat(codes(ask(by(Transport.WEB_SOCKET, OPEN)))).isEmpty();
    }

    @Test
    void theOperationThatIsNamedIsTheOneThatCounts() {
        var document = "query cheap { shop { name } } mutation change { open { name } }"
                + " query dear { shops(first: 100) { nodes { shops(first: 100) { nodes { name } } } } }";

        assertThat(codes(ask(input(document).operationName("cheap").build()))).isEmpty();
        assertThat(codes(ask(input(document).operationName("dear").build()))).containsExactly("QUERY_TOO_COMPLEX");
    }

    @Test
    void findsAQueryByItsHashOnceItWasSentAlong() {
        var query = "{ shop { name } }";
        var hash = PersistedDocuments.hashOf(query);

        assertThat(codes(ask(persisted(null, hash)))).containsExactly("PERSISTED_QUERY_NOT_FOUND");
        assertThat(codes(ask(persisted(query, hash)))).isEmpty();
        assertThat(codes(ask(persisted(null, hash)))).isEmpty();
        assertThat(codes(ask(persisted(null, hash.toUpperCase())))).isEmpty();
    }

    @Test
    void keepsNoQueryForAnotherCompany() {
        var query = "{ shop { name } }";
        var hash = PersistedDocuments.hashOf(query);
        ask(persisted(query, hash));

        company = CompanyId.next();

        assertThat(codes(ask(persisted(null, hash)))).containsExactly("PERSISTED_QUERY_NOT_FOUND");
    }

    @Test
    void keepsOnlyWhatIsValidAndHoldsNoValues() {
        for (var query : new String[] {"{ nothing }", "mutation { open(name: \"secret\") { name } }", "{"}) {
            var hash = PersistedDocuments.hashOf(query);
            ask(persisted(query, hash));

            assertThat(codes(ask(persisted(null, hash)))).containsExactly("PERSISTED_QUERY_NOT_FOUND");
        }
    }

    @Test
    void refusesAHashThatIsNotTheQuerys() {
        var query = "{ shop { name } }";

        assertThat(codes(ask(persisted(query, PersistedDocuments.hashOf(OPEN)))))
                .containsExactly("PERSISTED_QUERY_HASH_MISMATCH");
        assertThat(codes(ask(persisted(null, PersistedDocuments.hashOf(OPEN)))))
                .containsExactly("PERSISTED_QUERY_NOT_FOUND");
        for (Object claim : new Object[] {3, "x", Map.of(), Map.of("version", 2, "sha256Hash", "x")}) {
            assertThat(codes(ask(input(query)
                            .extensions(Map.of("persistedQuery", claim))
                            .build())))
                    .containsExactly("BAD_REQUEST");
        }
    }

    private DocumentCache cache(DocumentLimits limits) {
        var schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(SCHEMA));
        return new DocumentCache(limits, () -> schema, () -> company);
    }

    private PreparsedDocumentEntry ask(String document) {
        return ask(input(document).build());
    }

    private PreparsedDocumentEntry ask(ExecutionInput input) {
        return ask(cache, input);
    }

    private static PreparsedDocumentEntry ask(DocumentCache cache, ExecutionInput input) {
        return cache.getDocumentAsync(input, unused -> {
                    throw new AssertionError("Documents are read here");
                })
                .join();
    }

    private static List<Object> codes(PreparsedDocumentEntry entry) {
        return entry.getErrors() == null
                ? List.of()
                : entry.getErrors().stream()
                        .map(error -> error.getExtensions().get("code"))
                        .toList();
    }

    private static ExecutionInput.Builder input(String document) {
        return ExecutionInput.newExecutionInput(document);
    }

    private static ExecutionInput by(Transport transport, String document) {
        return input(document)
                .graphQLContext(Map.of(Transport.class, transport))
                .build();
    }

    private static ExecutionInput persisted(String query, String hash) {
        return input(query == null ? PersistedQuerySupport.PERSISTED_QUERY_MARKER : query)
                .extensions(Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash)))
                .build();
    }

    private static String nested(int depth) {
        return "{ shop " + "{ neighbour ".repeat(depth - 2) + "{ name " + "}".repeat(depth);
    }

    private static String aliases(int number) {
        return IntStream.range(0, number)
                .mapToObj(n -> "a" + n + ": __typename")
                .collect(Collectors.joining(" ", "{ ", " }"));
    }
}
