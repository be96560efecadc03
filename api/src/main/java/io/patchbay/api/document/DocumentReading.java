package io.patchbay.api.document;

import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import graphql.validation.rules.NoFragmentCycles;
import graphql.validation.rules.SubscriptionUniqueRootField;
import io.patchbay.api.ErrorCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads documents: parses them, measures them, and only then validates and prices them. */
final class DocumentReading {

    private static final Set<Class<?>> ASKED_OTHERWISE =
            Set.of(NoFragmentCycles.class, SubscriptionUniqueRootField.class);

    private final DocumentLimits limits;
    private final Supplier<GraphQLSchema> schema;
    private final ParserOptions options;

    DocumentReading(DocumentLimits limits, Supplier<GraphQLSchema> schema) {
        this.limits = limits;
        this.schema = schema;
        // It counts the end as well.
        this.options = ParserOptions.getDefaultOperationParserOptions()
                .transform(parser -> parser.maxTokens(limits.maxTokens() + 1));
    }

    /**
     * The document, or what is wrong with it.
     *
     * @throws InvalidSyntaxException where it is none; {@link #unparsable} says what to answer then
     */
    KnownDocument read(String text, ExecutionInput input) {
        var size = TextSize.of(text);
        // The parser would give up soon after this; but before, it looks ahead, and keeps for ever what it has learnt
        // from it.
        if (size.nesting() > ShapeReading.MAX_NESTING) {
            return refused(farTooDeep());
        }
        if (size.tokens() > limits.maxTokens()) {
            return refused(tooManyTokens(size.tokens()));
        }
        var document = parsed(text, input);
        var reading = ShapeReading.of(document);
        return tooLarge(reading.shape())
                .or(() -> Optional.ofNullable(reading.circular()).map(DocumentReading::circle))
                .map(DocumentReading::refused)
                .orElseGet(() -> valid(document, input));
    }

    static KnownDocument refused(GraphQLError why) {
        return new KnownDocument(new PreparsedDocumentEntry(why), List.of());
    }

    private Document parsed(String text, ExecutionInput input) {
        return new Parser()
                .parseDocument(ParserEnvironment.newParserEnvironment()
                        .document(text)
                        .parserOptions(options)
                        .locale(input.getLocale())
                        .build());
    }

    /** What to answer where the text could not be parsed. */
    GraphQLError unparsable(InvalidSyntaxException problem) {
        return switch (problem) {
            case ParseCancelledException tooLong ->
                Refusal.tooMuch(
                        ErrorCode.TOO_MANY_TOKENS,
                        limits.maxTokens(),
                        "The document has more than %,d words and signs: send less at once, and values as variables"
                                .formatted(limits.maxTokens()));
            case ParseCancelledTooDeepException tooDeep -> farTooDeep();
            default -> problem.toInvalidSyntaxError();
        };
    }

    private GraphQLError tooManyTokens(long used) {
        return Refusal.tooMuch(
                ErrorCode.TOO_MANY_TOKENS,
                limits.maxTokens(),
                used,
                "The document has %,d words and signs, and at most %,d are read: send less at once, and values as variables"
                        .formatted(used, limits.maxTokens()));
    }

    private GraphQLError farTooDeep() {
        return Refusal.tooMuch(
                ErrorCode.QUERY_TOO_DEEP,
                limits.maxDepth(),
                "The document nests far deeper than %d levels: ask for what is deeper by its id, in another request"
                        .formatted(limits.maxDepth()));
    }

    /** As the validation says it, whose own rule takes the cube of the number of fragments. */
    private static GraphQLError circle(FragmentDefinition fragment) {
        return ValidationError.newValidationError()
                .validationErrorType(ValidationErrorType.FragmentCycle)
                .sourceLocation(fragment.getSourceLocation())
                .description("Validation error (FragmentCycle@[%s]) : Fragment cycles not allowed"
                        .formatted(fragment.getName()))
                .build();
    }

    private Optional<GraphQLError> tooLarge(Shape shape) {
        if (shape.nesting() > ShapeReading.MAX_NESTING) {
            return Optional.of(farTooDeep());
        }
        if (shape.depth() > limits.maxDepth()) {
            return Optional.of(Refusal.tooMuch(
                    ErrorCode.QUERY_TOO_DEEP,
                    limits.maxDepth(),
                    shape.depth(),
                    "The document nests %,d levels deep, and at most %,d are answered: ask for what is deeper by its id, in another request"
                            .formatted(shape.depth(), limits.maxDepth())));
        }
        if (shape.fields() > limits.maxFields()) {
            return Optional.of(tooMany(
                    ErrorCode.TOO_MANY_FIELDS,
                    "fields",
                    limits.maxFields(),
                    shape.fields(),
                    "select fewer, or ask in several requests"));
        }
        if (shape.spreads() > limits.maxFields()) {
            return Optional.of(tooMany(
                    ErrorCode.TOO_MANY_FIELDS,
                    "spreads of fragments",
                    limits.maxFields(),
                    shape.spreads(),
                    "spread fewer fragments within fragments, or ask in several requests"));
        }
        if (shape.aliases() > limits.maxAliases()) {
            return Optional.of(tooMany(
                    ErrorCode.TOO_MANY_ALIASES,
                    "aliases",
                    limits.maxAliases(),
                    shape.aliases(),
                    "use a list with a filter, or ask in several requests"));
        }
        return shape.directives() > limits.maxDirectives()
                ? Optional.of(tooMany(
                        ErrorCode.TOO_MANY_DIRECTIVES,
                        "directives",
                        limits.maxDirectives(),
                        shape.directives(),
                        "put them on fragments instead of on every field"))
                : Optional.empty();
    }

    private static GraphQLError tooMany(ErrorCode code, String what, long limit, long used, String instead) {
        return Refusal.tooMuch(
                code,
                limit,
                used,
                "The document has %,d %s with its fragments written out, and at most %,d are taken: %s"
                        .formatted(used, what, limit, instead));
    }

    /**
     * The rule about subscriptions collects fields as the execution does, and fails where a document is not valid otherwise;
     * so it comes last. That fragments go in no circle is known from the measuring.
     */
    private static List<ValidationError> errors(GraphQLSchema schema, Document document, Locale locale) {
        var others = ParseAndValidate.validate(schema, document, rule -> !ASKED_OTHERWISE.contains(rule), locale);
        return others.isEmpty() && subscribes(document)
                ? ParseAndValidate.validate(schema, document, SubscriptionUniqueRootField.class::equals, locale)
                : others;
    }

    private static boolean subscribes(Document document) {
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .anyMatch(operation -> operation.getOperation() == OperationDefinition.Operation.SUBSCRIPTION);
    }

    private KnownDocument valid(Document document, ExecutionInput input) {
        var known = schema.get();
        var errors = errors(known, document, input.getLocale());
        if (!errors.isEmpty()) {
            return new KnownDocument(new PreparsedDocumentEntry(document, errors), List.of());
        }
        var fragments = CostReading.fragments(document);
        var operations = document.getDefinitionsOfType(OperationDefinition.class).stream()
                .map(operation -> CostReading.of(operation, fragments, known))
                .toList();
        if (!limits.introspection() && operations.stream().anyMatch(KnownDocument.Priced::introspects)) {
            return refused(new Refusal(
                    ErrorCode.INTROSPECTION_DISABLED, "The owner of this Patchbay lets nobody ask for the schema"));
        }
        return new KnownDocument(new PreparsedDocumentEntry(document), operations);
    }
}
