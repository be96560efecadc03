package io.patchbay.access;

import io.patchbay.shared.Secret;
import io.patchbay.system.AuthenticationMethod;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Systems that let in whoever says sesame, and cannot be asked by a method that has no secret. */
public class InMemoryChecks implements Checks {

    private @Nullable Check prepared;
    private Runnable meanwhile = () -> {};

    /** From now on every answer is like that, whatever the question. */
    public void answer(AccessStatus status, @Nullable Duration retryAfter) {
        prepared = new Check(status, null, null, null, Instant.parse("2026-11-22T12:00:00Z"), retryAfter);
    }

    /** Happens while the next one is asked. */
    public void meanwhile(Runnable event) {
        meanwhile = event;
    }

    @Override
    public boolean supports(AuthenticationMethod method) {
        return !method.needsRedirect();
    }

    @Override
    public Check check(Question question) {
        var event = meanwhile;
        meanwhile = () -> {};
        event.run();
        if (prepared != null) {
            return prepared;
        }
        var opens = question.values().containsValue(new Secret("sesame"));
        return new Check(
                opens ? AccessStatus.OPERATIONAL : AccessStatus.FAILED_AUTHENTICATION,
                opens ? null : CheckReason.CREDENTIALS_REFUSED,
                null,
                Duration.ofMillis(12),
                Instant.parse("2026-11-22T12:00:00Z"));
    }
}
