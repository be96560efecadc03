package io.patchbay.app;

import io.patchbay.idempotency.RepeatableRequests;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets answers that can no longer be asked for again. Several nodes doing so at once is harmless. */
@Configuration(proxyBeanMethods = false)
class KeptAnswerExpiry {

    private final RepeatableRequests requests;

    KeptAnswerExpiry(RepeatableRequests requests) {
        this.requests = requests;
    }

    @Scheduled(fixedDelay = 10, initialDelay = 2, timeUnit = TimeUnit.MINUTES)
    void forgetExpired() {
        // One transaction per batch, so that no lock is held for long.
        var forgotten = requests.forgetExpired();
        while (forgotten > 0) {
            forgotten = requests.forgetExpired();
        }
    }
}
