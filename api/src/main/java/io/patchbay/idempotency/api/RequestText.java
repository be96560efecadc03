package io.patchbay.idempotency.api;

import graphql.execution.ExecutionContext;
import graphql.language.AstPrinter;
import io.patchbay.idempotency.Fingerprints;
import io.patchbay.identity.CurrentViewer;
import java.util.Objects;

/** What a request says, whatever white space it says it with and in whatever order its variables come. */
record RequestText(Fingerprints fingerprints, CurrentViewer currentViewer) {

    String fingerprint(ExecutionContext execution) {
        var input = execution.getExecutionInput();
        var text = AstPrinter.printAstCompact(execution.getDocument())
                + '\0'
                + Objects.requireNonNullElse(input.getOperationName(), "")
                + '\0'
                + AnswerText.canonical(input.getRawVariables().toMap());
        return fingerprints.of(currentViewer.viewer().companyId(), text);
    }
}
