package io.patchbay.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.ErrorHandler;

/** What is done every few seconds or hours goes on after an error, and says in a line that the database is away. */
@Configuration(proxyBeanMethods = false)
class ScheduledWork {

    @Bean
    SimpleAsyncTaskSchedulerCustomizer calmScheduledWork(Clock clock) {
        return scheduler -> scheduler.setErrorHandler(new Calm(clock));
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
