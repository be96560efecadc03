package io.patchbay.app;

import io.patchbay.credential.persistence.KeyRotation;
import io.patchbay.credential.persistence.KeyRotation.Progress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Goes on with a rotation of the keys, whichever node began it. */
@Configuration(proxyBeanMethods = false)
class KeyRotationRounds {

    /** Then other work of this node gets its turn. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final KeyRotation rotation;

    KeyRotationRounds(KeyRotation rotation) {
        this.rotation = rotation;
    }

    @Scheduled(fixedDelay = 3, initialDelay = 3, timeUnit = TimeUnit.SECONDS)
    void goOn() {
        long start = System.nanoTime();
        while (rotation.next() == Progress.MORE && System.nanoTime() - start < LONGEST.toNanos()) {
            // One portion after the other.
        }
    }
}
