package io.patchbay.watching.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.tracing.Span;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches what Patchbay does: each thing becomes a time in the metrics and, where somebody wants traces, a span. Costs next to
 * nothing without traces. Thread-safe.
 */
public final class Watch {

    /** The headers of a request. */
    @FunctionalInterface
    interface Headers {

        @Nullable
        String get(String name);
    }

    private record Series(Timed what, List<String> values) {}

    private final MeterRegistry meters;
    private final @Nullable Traces traces;
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();
    private final Map<String, Counter> errors = new ConcurrentHashMap<>();
    private final Map<String, Traffic> traffic = new ConcurrentHashMap<>();

    /** @param traces null: nobody wants any */
    Watch(MeterRegistry meters, @Nullable Traces traces) {
        this.meters = meters;
        this.traces = traces;
    }

    /** Begins to watch something that is counted; a part of what this thread is doing. */
    public Watched begin(Timed what, String name) {
        return new Watched(this, what, span(name, null));
    }

    /** Begins to watch what another program began, which may have said so in the headers of its request. */
    Watched begin(Timed what, String name, Headers headers) {
        return new Watched(
                this,
                what,
                traces == null
                        ? null
                        : traces.propagator()
                                .extract(headers, Headers::get)
                                .kind(Span.Kind.SERVER)
                                .name(name)
                                .start());
    }

    /**
     * Begins to watch a step that is worth a span within what is watched, and is not counted. On its own it is none: what a node
     * does every second would fill the collector.
     */
    public Watched step(String name) {
        var within = traces != null && traces.tracer().currentSpan() != null;
        return new Watched(this, null, within ? span(name, null) : null);
    }

    /** Begins to watch a request to another system. It is told nothing of it. */
    Watched leaving(String name) {
        return new Watched(this, null, span(name, Span.Kind.CLIENT));
    }

    /** Threads whose work is part of what those do who start them, under the same request id. */
    public ThreadFactory threads(ThreadFactory plain) {
        return work -> plain.newThread(Marked.carried(withinSpan(work)));
    }

    private Runnable withinSpan(Runnable work) {
        var span = traces == null ? null : traces.tracer().currentSpan();
        if (traces == null || span == null) {
            return work;
        }
        var tracer = traces.tracer();
        return () -> {
            try (var _ = tracer.withSpan(span)) {
                work.run();
            }
        };
    }

    /** Whether anybody wants spans. */
    boolean traces() {
        return traces != null;
    }

    /** Counts a GraphQL error by its code. */
    void error(String code) {
        errors.computeIfAbsent(
                        code,
                        it -> Counter.builder("patchbay.graphql.errors")
                                .description("Errors in answers to GraphQL requests")
                                .tag("code", it)
                                .register(meters))
                .increment();
    }

    /** What counts the bytes to and from a system; both directions are there from the first request on. */
    Traffic traffic(String system) {
        return traffic.computeIfAbsent(system, it -> new Traffic(bytes(it, "up"), bytes(it, "down")));
    }

    private Counter bytes(String system, String direction) {
        return Counter.builder("patchbay.proxy.bytes")
                .description("Bytes of bodies through the proxy: up to systems, down to programs")
                .tag("system", system)
                .tag("direction", direction)
                .register(meters);
    }

    @Nullable
    Traces wanted() {
        return traces;
    }

    void took(Timed what, List<String> values, long nanos) {
        timers.computeIfAbsent(new Series(what, values), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Series series) {
        var what = series.what();
        var tags = Tags.empty();
        for (int label = 0; label < what.labels().size(); label++) {
            tags = tags.and(what.labels().get(label), series.values().get(label));
        }
        return Timer.builder(what.meter())
                .description(what.description())
                .tags(tags)
                .serviceLevelObjectives(what.buckets())
                .register(meters);
    }

    private @Nullable Span span(String name, Span.@Nullable Kind kind) {
        if (traces == null) {
            return null;
        }
        var current = traces.tracer().currentSpan();
        var builder = traces.tracer().spanBuilder().name(name);
        if (current != null) {
            builder = builder.setParent(current.context());
        }
        return (kind == null ? builder : builder.kind(kind)).start();
    }
}
