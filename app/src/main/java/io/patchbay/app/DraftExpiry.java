package io.patchbay.app;

import io.patchbay.setup.DraftSetup;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Destroys drafts that nobody touched for long, every hour. Several nodes doing so at once is harmless. */
@Configuration(proxyBeanMethods = false)
class DraftExpiry {

    private final DraftSetup drafts;

    DraftExpiry(DraftSetup drafts) {
        this.drafts = drafts;
    }

    @Scheduled(fixedDelay = 60, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void destroyExpired() {
        // One transaction per batch, so that no lock is held for long.
        var destroyed = drafts.destroyExpired();
        while (destroyed > 0) {
            destroyed = drafts.destroyExpired();
        }
    }
}
