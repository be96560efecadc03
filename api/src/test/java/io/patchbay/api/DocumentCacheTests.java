package io.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.parser.Parser;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DocumentCacheTests {

    private final DocumentCache cache = new DocumentCache();
    private final AtomicInteger parsed = new AtomicInteger();

    @Test
    void parsesAQueryOnce() {
        ask("{ system(slug: \"x\") { name } }");
        ask("{ system(slug: \"x\") { name } }");

        assertThat(parsed).hasValue(1);
    }

    @Test
    void keepsMutationsWhoseValuesAreVariables() {
        ask("mutation($input: DeleteInput!) { deleteConnector(input: $input) { deletedConnectorId } }");
        ask("mutation($input: DeleteInput!) { deleteConnector(input: $input) { deletedConnectorId } }");

        assertThat(parsed).hasValue(1);
    }

    @Test
    void forgetsMutationsThatHoldValues() {
        ask("mutation { createApiToken(input: {name: \"x\"}) { secret } }");
        ask("mutation { createApiToken(input: {name: \"x\"}) { secret } }");

        assertThat(parsed).hasValue(2);
    }

    private void ask(String document) {
        cache.getDocumentAsync(ExecutionInput.newExecutionInput(document).build(), this::parse)
                .join();
    }

    private PreparsedDocumentEntry parse(ExecutionInput input) {
        parsed.incrementAndGet();
        return new PreparsedDocumentEntry(Parser.parse(input.getQuery()));
    }
}
