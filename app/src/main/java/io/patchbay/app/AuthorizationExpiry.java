package io.patchbay.app;

import io.patchbay.authorization.AuthorizationReturn;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets attempts to connect that ended long ago, every hour. Several nodes doing so at once is harmless. */
@Component
class AuthorizationExpiry {

    private final AuthorizationReturn returns;

    AuthorizationExpiry(AuthorizationReturn returns) {
        this.returns = returns;
    }

    @Scheduled(fixedDelay = 60, initialDelay = 2, timeUnit = TimeUnit.MINUTES)
    void forgetEnded() {
        // One transaction per batch, so that no lock is held for long.
        var forgotten = returns.forgetEnded();
        while (forgotten > 0) {
            forgotten = returns.forgetEnded();
        }
    }
}
