package io.patchbay.app;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.patchbay.access.AccessId;
import io.patchbay.access.BackgroundChecks;
import io.patchbay.access.BackgroundChecks.Streak;
import io.patchbay.shared.CompanyId;
import io.patchbay.watching.app.Marked;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * Runs the checks that nobody asks for, one at a time for each connector and instance on however many nodes. The tasks are
 * made and removed by triggers of the database; a node that dies leaves its checks to the others.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "patchbay.background-checks", matchIfMissing = true)
class CheckScheduler {

    private static final Logger LOG = LoggerFactory.getLogger(CheckScheduler.class);

    private static final String TASK = "check";

    private static final Duration POLLING = Duration.ofSeconds(1);

    /** Four of them missed, and another node takes over. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private static final Duration LONGEST_CHECK = Duration.ofSeconds(12);

    /** Most failures pass, such as those of a database that restarts; what is left is a bug. */
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

    private static final int MOST_DOUBLINGS = 6;

    private final BackgroundChecks checks;
    private final CheckLimits limits;
    private final Clock clock;
    private final Turns turns;

    CheckScheduler(BackgroundChecks checks, CheckLimits limits, Clock clock) {
        this.checks = checks;
        this.limits = limits;
        this.clock = clock;
        this.turns = new Turns(limits.perSecond(), System.nanoTime());
    }

    @Bean
    CheckDatabase checkDatabase(JdbcConnectionDetails database) {
        return CheckDatabase.to(database);
    }

    @Bean(destroyMethod = "stop")
    Scheduler scheduler(CheckDatabase database) {
        return Scheduler.create(database.connections(), checks(database))
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .executorService(Executors.newFixedThreadPool(
                        limits.atOnce(), Thread.ofVirtual().name("check-", 0).factory()))
                .threads(limits.atOnce())
                // No more than begin at once: what only waits in line shows no heartbeat, and would pass for dead.
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .serializer(new StreakSerializer())
                .shutdownMaxWait(LONGEST_CHECK)
                .failureLogging(LogLevel.OFF, false)
                .addSchedulerListener(new Complaints(database))
                .alwaysPersistTimestampInUTC()
                // Named, because looking which database it is would fail where it is away for the moment.
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .build();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start(ApplicationReadyEvent ready) {
        ready.getApplicationContext().getBean(Scheduler.class).start();
    }

    private CustomTask<Streak> checks(CheckDatabase database) {
        return Tasks.custom(TASK, Streak.class)
                .onFailure((failed, tasks) -> {
                    if (!database.isAway()) {
                        LOG.error("A background check failed", failed.getCause().orElse(null));
                    }
                    tasks.reschedule(failed, clock.instant().plus(after(failed.getExecution().consecutiveFailures)));
                })
                .onDeadExecutionRevive()
                .execute((task, context) -> check(task));
    }

    private static Duration after(int failuresBefore) {
        return AFTER_A_FAILURE.multipliedBy(1L << Math.min(failuresBefore, MOST_DOUBLINGS));
    }

    private CompletionHandler<Streak> check(TaskInstance<Streak> task) {
        turns.await();
        try (var _ = Marked.run()) {
            return checked(task);
        }
    }

    private CompletionHandler<Streak> checked(TaskInstance<Streak> task) {
        var key = task.getId().split("/", 2);
        var next = checks.check(
                new CompanyId(UUID.fromString(key[0])), new AccessId(UUID.fromString(key[1])), task.getData());
        return next.<CompletionHandler<Streak>>map(it ->
                        (done, tasks) -> tasks.reschedule(done, clock.instant().plus(it.in()), it.streak()))
                .orElse((done, tasks) -> tasks.remove());
    }

    /** Says in a line what the scheduler's own log repeats at length every second while the database is away. */
    private static final class Complaints extends AbstractSchedulerListener {

        private final CheckDatabase database;

        Complaints(CheckDatabase database) {
            this.database = database;
        }

        @Override
        public void onSchedulerEvent(SchedulerEventType type) {
            if (type == SchedulerEventType.UNEXPECTED_ERROR && !database.isAway()) {
                LOG.warn("The scheduler of background checks met an error and goes on;"
                        + " its own log at com.github.kagkarlsson.scheduler has more");
            }
        }

        @Override
        public void onExecutionDead(Execution execution) {
            LOG.info("Takes on a background check of a node that is gone");
        }
    }
}
