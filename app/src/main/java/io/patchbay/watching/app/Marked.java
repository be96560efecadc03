package io.patchbay.watching.app;

import io.patchbay.shared.RequestId;
import io.patchbay.shared.RequestId.Scope;
import org.slf4j.MDC;

/** Gives work an id that every line of the log shows while it goes on. */
public final class Marked {

    /** The name in structured logs; the pattern of the text form has it too. */
    static final String KEY = "requestId";

    private Marked() {}

    /** Marks what this thread does until the scope is closed. */
    static Scope with(RequestId id) {
        var before = MDC.get(KEY);
        var scope = id.open();
        MDC.put(KEY, id.value());
        return () -> {
            scope.close();
            if (before == null) {
                MDC.remove(KEY);
            } else {
                MDC.put(KEY, before);
            }
        };
    }

    /** Marks a run of something that nobody asked for with an id of its own. */
    public static Scope run() {
        return with(RequestId.random());
    }

    /** The same work under the id that this thread has now; under one of its own where it has none. */
    static Runnable carried(Runnable work) {
        var id = RequestId.current();
        return () -> {
            try (var _ = id == null ? run() : with(id)) {
                work.run();
            }
        };
    }
}
