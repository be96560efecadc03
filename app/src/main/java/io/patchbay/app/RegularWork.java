package io.patchbay.app;

import io.patchbay.watching.app.Marked;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Runs what a node does every so often. Each run has an id of its own in the log, whatever goes wrong in it included, and what
 * takes long, such as moving secrets or waiting for a vendor's tokens, does not hold up the rest.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class RegularWork {

    /** One for what moves secrets, one for what waits for vendors, and one for all that is short. */
    private static final int AT_ONCE = 3;

    /** Spring's own choice for virtual threads would run everything on one thread, and gives it no decorator. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler(ThreadPoolTaskSchedulerBuilder builder) {
        return builder.poolSize(AT_ONCE)
                .threadNamePrefix("regular-")
                .taskDecorator(RegularWork::marked)
                .additionalCustomizers(scheduler -> scheduler.setVirtualThreads(true))
                .build();
    }

    private static Runnable marked(Runnable work) {
        return () -> {
            try (var _ = Marked.run()) {
                work.run();
            }
        };
    }
}
