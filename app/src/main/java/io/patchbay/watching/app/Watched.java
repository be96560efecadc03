package io.patchbay.watching.app;

import io.micrometer.tracing.Span;
import io.patchbay.shared.RequestId;
import io.patchbay.shared.RequestId.Scope;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Something that is going on and is watched. Whoever began it ends it, on whatever thread. */
public final class Watched {

    /** Of a label that nothing can be said for. */
    private static final String NONE = "none";

    private static final String TRACE = "traceId";

    private final Watch watch;
    private final @Nullable Timed what;
    private final String[] values;
    private final @Nullable Span span;
    private final long start = System.nanoTime();

    /**
     * Begins.
     *
     * @param what null: it is not counted
     * @param span null: nobody wants one
     */
    Watched(Watch watch, @Nullable Timed what, @Nullable Span span) {
        this.watch = watch;
        this.what = what;
        this.span = span;
        this.values = new String[what == null ? 0 : what.labels().size()];
        Arrays.fill(values, NONE);
    }

    /** Sets a label, which is one of few values. */
    public Watched label(String label, String value) {
        if (what != null) {
            values[what.labels().indexOf(label)] = value;
        }
        return note(label, value);
    }

    /** Adds to the span what is no label, because it has many values. Never what somebody sent. */
    public Watched note(String name, String value) {
        if (span != null) {
            span.tag(name, value);
        }
        return this;
    }

    /** Names the span, now that it is known what it is. */
    Watched named(String name) {
        if (span != null) {
            span.name(name);
        }
        return this;
    }

    /** Marks the span as one that failed; the reason is a code or a type and never the text of an exception, which may quote. */
    public Watched failed(String reason) {
        if (span != null) {
            span.error(new Failure(reason));
        }
        return this;
    }

    /** Makes what this thread does part of it, until the scope is closed. */
    public Scope scope() {
        var traces = watch.wanted();
        if (span == null || traces == null) {
            return () -> {};
        }
        var id = RequestId.current();
        if (id != null) {
            span.tag("patchbay.request_id", id.value());
        }
        var before = MDC.get(TRACE);
        var inSpan = traces.tracer().withSpan(span);
        MDC.put(TRACE, span.context().traceId());
        return () -> {
            if (before == null) {
                MDC.remove(TRACE);
            } else {
                MDC.put(TRACE, before);
            }
            inSpan.close();
        };
    }

    public void end() {
        if (what != null) {
            watch.took(what, List.of(values), System.nanoTime() - start);
        }
        if (span != null) {
            span.end();
        }
    }

    private static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1;

        Failure(String reason) {
            super(reason, null, false, false);
        }
    }
}
