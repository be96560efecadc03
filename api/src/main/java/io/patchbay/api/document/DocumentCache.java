package io.patchbay.api.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.execution.preparsed.persisted.PersistedQuerySupport;
import graphql.language.OperationDefinition.Operation;
import graphql.parser.InvalidSyntaxException;
import graphql.schema.GraphQLSchema;
import io.patchbay.api.AskingCompany;
import io.patchbay.api.ErrorCode;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

/**
 * Keeps documents that were parsed, measured and found valid, which is worth a third of a small query's time; and holds every
 * request to what its document may cost and to what its transport may do.
 */
@Component
@EnableConfigurationProperties(DocumentLimits.class)
class DocumentCache implements PreparsedDocumentProvider {

    // Parsed documents take a multiple of their text; this keeps them within a few tens of megabytes.
    private static final long MAX_CHARACTERS = 2_000_000;

    private final Cache<String, KnownDocument> documents = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .<String, KnownDocument>weigher((text, known) -> text.length())
            .build();
    private final PersistedDocuments persisted = new PersistedDocuments();
    private final DocumentReading reading;
    private final DocumentLimits limits;
    private final AskingCompany asking;

    // The schema is made after this, and with it.
    @Autowired
    DocumentCache(DocumentLimits limits, ObjectProvider<GraphQlSource> source, AskingCompany asking) {
        this(limits, () -> source.getObject().schema(), asking);
    }

    DocumentCache(DocumentLimits limits, Supplier<GraphQLSchema> schema, AskingCompany asking) {
        this.reading = new DocumentReading(limits, schema);
        this.limits = limits;
        this.asking = asking;
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> unused) {
        return CompletableFuture.completedFuture(entry(input));
    }

    private PreparsedDocumentEntry entry(ExecutionInput input) {
        try {
            var known = known(input);
            return known.entry().hasErrors() ? known.entry() : held(known, input);
        } catch (InvalidSyntaxException unparsable) {
            return new PreparsedDocumentEntry(reading.unparsable(unparsable));
        }
    }

    private KnownDocument known(ExecutionInput input) {
        var claim = input.getExtensions().get("persistedQuery");
        return claim == null ? known(input.getQuery(), input) : persisted(claim, input);
    }

    private KnownDocument known(String text, ExecutionInput input) {
        var kept = documents.getIfPresent(text);
        if (kept != null) {
            return kept;
        }
        var read = reading.read(text, input);
        if (!read.entry().hasErrors() && read.worthKeeping(text)) {
            documents.put(text, read);
        }
        return read;
    }

    private KnownDocument persisted(Object claim, ExecutionInput input) {
        var hash = PersistedDocuments.hash(claim);
        if (hash == null) {
            return refused(ErrorCode.BAD_REQUEST, "extensions.persistedQuery needs version 1 and a sha256Hash");
        }
        var company = asking.id();
        if (input.getQuery().equals(PersistedQuerySupport.PERSISTED_QUERY_MARKER)) {
            var text = persisted.find(company, hash);
            // The sentence is Apollo's, because some clients look for it and not for the code.
            return text == null
                    ? refused(ErrorCode.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound")
                    : known(text, input);
        }
        if (!PersistedDocuments.hashOf(input.getQuery()).equals(hash)) {
            return refused(
                    ErrorCode.PERSISTED_QUERY_HASH_MISMATCH,
                    "extensions.persistedQuery.sha256Hash is not this query's");
        }
        var known = known(input.getQuery(), input);
        if (!known.entry().hasErrors() && known.worthKeeping(input.getQuery())) {
            persisted.keep(company, hash, input.getQuery());
        }
        return known;
    }

    private PreparsedDocumentEntry held(KnownDocument known, ExecutionInput input) {
        var operation = known.operation(input.getOperationName());
        if (operation == null) {
            return known.entry();
        }
        operation.asked().note(input.getGraphQLContext());
        var transport = Transport.of(input.getGraphQLContext());
        if (!transport.carries(operation.kind())) {
            return new PreparsedDocumentEntry(wrongWay(transport, operation.kind()));
        }
        var cost = operation.cost().with(input.getRawVariables().toMap());
        if (cost > limits.maxCost()) {
            return new PreparsedDocumentEntry(tooComplex(cost));
        }
        if (AskedCost.isAsked(input)) {
            new AskedCost(cost, limits.maxCost()).note(input.getGraphQLContext());
        }
        return known.entry();
    }

    private GraphQLError tooComplex(long cost) {
        return Refusal.tooMuch(
                ErrorCode.QUERY_TOO_COMPLEX,
                limits.maxCost(),
                cost,
                "The operation costs %,d, and at most %,d is answered at once: ask for fewer items (first, last) or for fewer lists within lists"
                        .formatted(cost, limits.maxCost()));
    }

    private static GraphQLError wrongWay(Transport transport, Operation kind) {
        return transport == Transport.GET && kind == Operation.MUTATION
                ? new Refusal(ErrorCode.METHOD_NOT_ALLOWED, "GET only reads: send mutations by POST")
                : kind == Operation.SUBSCRIPTION
                        ? new Refusal(
                                ErrorCode.WRONG_TRANSPORT,
                                "Subscriptions go by WebSocket (graphql-transport-ws), or by POST with Accept: text/event-stream")
                        : new Refusal(
                                ErrorCode.WRONG_TRANSPORT,
                                "Only subscriptions are streamed: accept application/graphql-response+json");
    }

    private static KnownDocument refused(ErrorCode code, String message) {
        return DocumentReading.refused(new Refusal(code, message));
    }
}
