package io.patchbay.api.document;

import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.OperationDefinition.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document that was found valid and no larger than it may be. */
record KnownDocument(PreparsedDocumentEntry entry, List<Priced> operations) {

    /**
     * One of its operations.
     *
     * @param asked what it asks for, in words of the schema
     * @param introspects whether it asks for the schema
     */
    record Priced(@Nullable String name, Operation kind, Cost cost, AskedOperation asked, boolean introspects) {}

    /** The operation that is asked for; null where there is none of that name, which the execution says. */
    @Nullable
    Priced operation(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return operations.size() == 1 ? operations.getFirst() : null;
        }
        return operations.stream()
                .filter(operation -> name.equals(operation.name()))
                .findFirst()
                .orElse(null);
    }

    /** Whether it only reads, or takes all of its values as variables: otherwise its text may hold a secret. */
    boolean worthKeeping(String text) {
        return text.indexOf('"') < 0 || operations.stream().allMatch(operation -> operation.kind() == Operation.QUERY);
    }
}
