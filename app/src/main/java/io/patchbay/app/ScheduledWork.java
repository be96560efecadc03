package io.patchbay.app;

import io.patchbay.watching.app.Marked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.ErrorHandler;

/**
 * What is done every few seconds or hours goes on after an error, and says in a line that the database is away. Each run has an
 * id of its own in the log, whatever goes wrong in it included, and what takes long, such as moving secrets or waiting for a
 * vendor's tokens, does not hold up the rest.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ScheduledWork {

    /** One for what moves secrets, one for what waits for vendors, and one for all that is short. */
    private static final int AT_ONCE = 3;

    /** Spring's own choice where threads are virtual would run all of it on one of them, and decorates nothing. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler(ThreadPoolTaskSchedulerBuilder builder, Clock clock) {
        return builder.poolSize(AT_ONCE)
                .threadNamePrefix("scheduled-")
                .taskDecorator(ScheduledWork::marked)
                .additionalCustomizers(scheduler -> {
                    scheduler.setVirtualThreads(true);
                    scheduler.setErrorHandler(new Calm(clock));
                })
                .build();
    }

    private static Runnable marked(Runnable work) {
        return () -> {
            try (var _ = Marked.run()) {
                work.run();
            }
        };
    }

    /** Thread-safe. */
    static final class Calm implements ErrorHandler {

        private static final Logger LOG = LoggerFactory.getLogger(ScheduledWork.class);

        /** So often the same is said at most. */
        private static final Duration PAUSE = Duration.ofMinutes(10);

        private final Clock clock;
        private Instant next = Instant.MIN;

        Calm(Clock clock) {
            this.clock = clock;
        }

        @Override
        public void handleError(Throwable error) {
            if (!isAway(error)) {
                LOG.error("What is done in the background met an error, and is tried again next time", error);
            } else if (maySay()) {
                LOG.warn("What is done in the background waits for the database: {}", error.getMessage());
            }
        }

        private synchronized boolean maySay() {
            var now = clock.instant();
            var may = now.isAfter(next);
            if (may) {
                next = now.plus(PAUSE);
            }
            return may;
        }

        private static boolean isAway(Throwable error) {
            return error instanceof DataAccessResourceFailureException
                    || error instanceof CannotCreateTransactionException;
        }
    }
}
