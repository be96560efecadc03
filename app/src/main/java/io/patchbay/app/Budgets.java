package io.patchbay.app;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * What everyone may use up within a minute, each for themselves: all of it at once, and then as much again as time passes.
 * Each node counts for itself. Thread-safe.
 */
final class Budgets {

    private static final int MANY = 100_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final long perMinute;
    private final LoadingCache<Object, Bucket> buckets;

    Budgets(long perMinute) {
        this(perMinute, WINDOW);
    }

    Budgets(long capacity, Duration refilledWithin) {
        this.perMinute = capacity;
        // One that nobody touched for so long is full again, like a new one.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MANY)
                .expireAfterAccess(refilledWithin)
                .build(whose -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, refilledWithin))
                        .build());
    }

    long limit() {
        return perMinute;
    }

    /** Takes one of somebody's budget, if there is one left. */
    ConsumptionProbe use(Object whose) {
        return buckets.get(whose).tryConsumeAndReturnRemaining(1);
    }
}
