package io.patchbay.app;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.patchbay.access.AccessId;
import io.patchbay.access.BackgroundChecks;
import io.patchbay.access.BackgroundChecks.Streak;
import io.patchbay.shared.CompanyId;
import io.patchbay.watching.app.Marked;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
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

    private static final String TASK = "check";

    /** At once on a node: they wait for vendors most of the time. */
    private static final int AT_ONCE = 50;

    private static final Duration POLLING = Duration.ofSeconds(1);

    /** Four of them missed, and another node takes over. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private static final Duration LONGEST_CHECK = Duration.ofSeconds(12);

    private static final Duration AFTER_A_BUG = Duration.ofHours(1);

    private final BackgroundChecks checks;
    private final Clock clock;

    CheckScheduler(BackgroundChecks checks, Clock clock) {
        this.checks = checks;
        this.clock = clock;
    }

    @Bean(destroyMethod = "stop")
    Scheduler scheduler(DataSource database) {
        return Scheduler.create(database, checks())
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .executorService(Executors.newFixedThreadPool(
                        AT_ONCE, Thread.ofVirtual().name("check-", 0).factory()))
                .threads(AT_ONCE)
                .pollUsingLockAndFetch(0.5, 2.0)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .serializer(new StreakSerializer())
                .shutdownMaxWait(LONGEST_CHECK)
                .failureLogging(LogLevel.ERROR, true)
                .alwaysPersistTimestampInUTC()
                .build();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start(ApplicationReadyEvent ready) {
        ready.getApplicationContext().getBean(Scheduler.class).start();
    }

    private CustomTask<Streak> checks() {
        return Tasks.custom(TASK, Streak.class)
                .onFailureReschedule(FixedDelay.of(AFTER_A_BUG))
                .onDeadExecutionRevive()
                .execute((task, context) -> check(task));
    }

    private CompletionHandler<Streak> check(TaskInstance<Streak> task) {
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
}
