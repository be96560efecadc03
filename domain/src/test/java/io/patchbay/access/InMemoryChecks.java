package io.patchbay.access;

import io.patchbay.shared.Secret;
import io.patchbay.system.AuthenticationMethod;
import java.time.Duration;
import java.time.Instant;

/** Systems that let in whoever says sesame, and cannot be asked by a method that has no secret. */
public class InMemoryChecks implements Checks {

    @Override
    public boolean supports(AuthenticationMethod method) {
        return method.available();
    }

    @Override
    public Check check(Question question) {
        var opens = question.values().containsValue(new Secret("sesame"));
        return new Check(
                opens ? AccessStatus.OPERATIONAL : AccessStatus.FAILED_AUTHENTICATION,
                opens ? null : CheckReason.CREDENTIALS_REFUSED,
                null,
                Duration.ofMillis(12),
                Instant.parse("2026-11-22T12:00:00Z"));
    }
}
