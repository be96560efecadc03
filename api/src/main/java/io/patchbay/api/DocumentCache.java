package io.patchbay.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.OperationDefinition;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Keeps documents that were parsed and found valid, which is worth a third of a small query's time. */
@Component
class DocumentCache implements PreparsedDocumentProvider {

    // Parsed documents take a multiple of their text; this keeps them within a few tens of megabytes.
    private static final long MAX_CHARACTERS = 2_000_000;

    private final Cache<String, PreparsedDocumentEntry> documents = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .<String, PreparsedDocumentEntry>weigher((text, entry) -> text.length())
            .build();

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
        var known = documents.getIfPresent(input.getQuery());
        return CompletableFuture.completedFuture(known == null ? parse(input, parse) : known);
    }

    private PreparsedDocumentEntry parse(ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
        var entry = parse.apply(input);
        if (worthKeeping(input.getQuery(), entry)) {
            documents.put(input.getQuery(), entry);
        }
        return entry;
    }

    /** A mutation with values in its text is not sent twice, and may hold a secret that must not stay in memory. */
    private static boolean worthKeeping(String text, PreparsedDocumentEntry entry) {
        return !entry.hasErrors() && !(text.indexOf('"') >= 0 && changesSomething(entry));
    }

    private static boolean changesSomething(PreparsedDocumentEntry entry) {
        return entry.getDocument().getDefinitionsOfType(OperationDefinition.class).stream()
                .anyMatch(operation -> operation.getOperation() != OperationDefinition.Operation.QUERY);
    }
}
