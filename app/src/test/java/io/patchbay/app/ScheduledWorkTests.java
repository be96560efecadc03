package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.scheduling.TaskScheduler;

/** What a node does every so often, on the scheduler that it does it on. */
class ScheduledWorkTests extends WholeApplication {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledWorkTests.class);
    private static final Duration OFTEN = Duration.ofMillis(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private TaskScheduler scheduler;

    @Test
    void eachRunHasAnIdOfItsOwn() {
        Queue<String> ids = new ConcurrentLinkedQueue<>();

        var work = scheduler.scheduleWithFixedDelay(() -> ids.add(String.valueOf(MDC.get("requestId"))), OFTEN);
        await("three runs").atMost(PATIENCE).until(() -> ids.size() >= 3);
        work.cancel(false);

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{16}"));
    }

    @Test
    void whatTheLogSaysOfAFailureStandsUnderTheIdOfItsRun() {
        var id = Pattern.compile("requestId=([0-9a-f]{16})");
        try (var logs = new CapturedLogs()) {
            var work = scheduler.scheduleWithFixedDelay(
                    () -> {
                        LOG.info("Begins what fails");
                        throw new IllegalStateException("fails on purpose");
                    },
                    OFTEN);
            await("a failure")
                    .atMost(PATIENCE)
                    .until(() -> logs.lines().stream().anyMatch(line -> line.contains("fails on purpose")));
            work.cancel(false);

            var begun = logs.lines().stream()
                    .filter(line -> line.contains("Begins what fails"))
                    .findFirst()
                    .orElseThrow();
            var failed = logs.lines().stream()
                    .filter(line -> line.contains("fails on purpose"))
                    .findFirst()
                    .orElseThrow();
            assertThat(id.matcher(failed).results().map(it -> it.group(1)).findFirst())
                    .isPresent()
                    .isEqualTo(
                            id.matcher(begun).results().map(it -> it.group(1)).findFirst());
        }
    }

    @Test
    void thatTheDatabaseIsAwayIsSaidOnceAndInALine() {
        var runs = new AtomicInteger();
        try (var logs = new CapturedLogs()) {
            var work = scheduler.scheduleWithFixedDelay(
                    () -> {
                        runs.incrementAndGet();
                        throw new DataAccessResourceFailureException("nobody answers");
                    },
                    OFTEN);
            await("several runs").atMost(PATIENCE).until(() -> runs.get() >= 5);
            work.cancel(false);

            // None where it was said a few minutes ago.
            assertThat(logs.lines().stream().filter(line -> line.contains("nobody answers")))
                    .hasSizeLessThanOrEqualTo(1)
                    .allMatch(line -> line.contains("waits for the database"))
                    .noneMatch(line -> line.contains("\tat "));
        }
    }

    @Test
    void whatTakesLongHoldsNothingElseUp() throws Exception {
        var goOn = new CountDownLatch(1);
        var others = new CountDownLatch(3);

        var slow = scheduler.scheduleWithFixedDelay(() -> waitFor(goOn), OFTEN);
        var quick = scheduler.scheduleWithFixedDelay(others::countDown, OFTEN);

        assertThat(others.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        slow.cancel(false);
        quick.cancel(false);
        goOn.countDown();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
