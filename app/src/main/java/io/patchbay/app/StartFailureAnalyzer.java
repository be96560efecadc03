package io.patchbay.app;

import io.patchbay.credential.persistence.MasterKeyException;
import io.patchbay.persistence.MigrationStopped;
import io.patchbay.postgres.persistence.EmbeddedPostgresException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Ends a failed start with the one sentence that says what to do about it. */
class StartFailureAnalyzer implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EmbeddedPostgresException
                    || cause instanceof MasterKeyException
                    || cause instanceof MigrationStopped
                    || cause instanceof UnusableSettingException) {
                return new FailureAnalysis(cause.getMessage(), null, failure);
            }
        }
        return null;
    }
}
