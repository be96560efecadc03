package io.patchbay.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one watcher has not been told yet, kept small: each access once, and beyond a bound only that there was too much. */
final class StatusMailbox implements StatusChanges.Watch {

    /** More changes than that are not worth reading one by one. */
    static final int BOUND = 1000;

    private final StatusChanges.Watcher watcher;
    private final Executor deliveries;
    private final Duration pause;
    private final Consumer<StatusMailbox> afterClosing;

    private final Map<AccessId, StatusChange> waiting = new LinkedHashMap<>();
    private boolean gap;
    private boolean delivering;
    private boolean closed;

    StatusMailbox(
            StatusChanges.Watcher watcher, Executor deliveries, Duration pause, Consumer<StatusMailbox> afterClosing) {
        this.watcher = watcher;
        this.deliveries = deliveries;
        this.pause = pause;
        this.afterClosing = afterClosing;
    }

    void add(StatusChange change) {
        // Whoever reads everything again reads this too.
        put(() -> {
            if (!gap) {
                waiting.put(change.access(), change);
                gap = waiting.size() > BOUND;
            }
        });
    }

    void addGap() {
        put(() -> gap = true);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            waiting.clear();
        }
        afterClosing.accept(this);
    }

    private void put(Runnable change) {
        synchronized (this) {
            if (closed) {
                return;
            }
            change.run();
            if (gap) {
                waiting.clear();
            }
            if (delivering) {
                return;
            }
            delivering = true;
        }
        deliveries.execute(this::deliver);
    }

    private void deliver() {
        try {
            for (var news = take(); news != null; news = take()) {
                see(news);
                Thread.sleep(pause);
            }
        } catch (InterruptedException nobodyWaitsAnyMore) {
            close();
            Thread.currentThread().interrupt();
        }
    }

    /** One watcher's trouble neither ends the deliveries nor goes unseen. */
    private void see(StatusNews news) {
        try {
            watcher.see(news);
        } catch (RuntimeException trouble) {
            var thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, trouble);
        }
    }

    private synchronized @Nullable StatusNews take() {
        if (closed || (waiting.isEmpty() && !gap)) {
            delivering = false;
            return null;
        }
        var news = new StatusNews(gap, List.copyOf(waiting.values()));
        waiting.clear();
        gap = false;
        return news;
    }
}
