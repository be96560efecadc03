package io.patchbay.app;

import io.patchbay.postgres.persistence.EmbeddedPostgres;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The embedded PostgreSQL while it starts, which takes as long as those parts of the application that can do without it:
 * it begins before the first of them is made. It is stopped also where the application fails before anybody asks for it.
 */
final class StartingPostgres implements BeanFactoryPostProcessor, DisposableBean {

    private final FutureTask<EmbeddedPostgres> start;

    StartingPostgres(Environment environment) {
        var settings = Binder.get(environment).bindOrCreate("patchbay", PatchbaySettings.class);
        this.start = new FutureTask<>(() -> EmbeddedPostgres.start(settings.dataDir()));
        Thread.ofPlatform().name("postgres-start").start(start);
    }

    /** That it is one of these is enough: they are made before all others. */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {}

    /** Waits until it takes connections; throws what its start threw. */
    EmbeddedPostgres started() throws InterruptedException {
        try {
            return start.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        try {
            start.get().close();
        } catch (ExecutionException nothingToStop) {
            // Whoever waited for it has told why.
        }
    }
}
