package io.patchbay.app;

import io.patchbay.limit.LimitSteps;
import io.patchbay.limit.RateLimits;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets what no limit needs any more. Several nodes doing so at once is harmless. */
@Configuration(proxyBeanMethods = false)
class RateLimitCare {

    private final RateLimits limits;
    private final LimitSteps steps;

    RateLimitCare(RateLimits limits, LimitSteps steps) {
        this.limits = limits;
        this.steps = steps;
    }

    @Scheduled(fixedDelay = 10, initialDelay = 3, timeUnit = TimeUnit.MINUTES)
    void forgetIdle() {
        limits.forgetIdle();
        // One transaction per batch, so that no lock is held for long.
        var forgotten = steps.forgetIdle();
        while (forgotten > 0) {
            forgotten = steps.forgetIdle();
        }
    }
}
