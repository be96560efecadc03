package io.patchbay.connectivity;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/** A request on its way and its answer, watched by another thread, which stops it where it stands still or nobody wants it. */
final class Transfer {

    /** On whom it waits. */
    enum Step {
        /** On the system, to take the request. */
        SENDING,
        /** On the system, to answer. */
        WAITING,
        /** On the system, to go on with its answer. */
        READING,
        /** On nobody, or on the program. */
        ELSEWHERE
    }

    /** Why it was stopped. */
    enum Stop {
        NOT,
        SILENCE,
        ABANDONED
    }

    private final HttpUriRequestBase call;
    private final BooleanSupplier abandoned;
    private final Watch watch;
    private Step step;
    private long since = System.nanoTime();
    private boolean over;
    private volatile Stop stop = Stop.NOT;

    /** @param first what it begins with */
    Transfer(HttpUriRequestBase call, Step first, BooleanSupplier abandoned, Watch watch) {
        this.step = first;
        this.call = call;
        this.abandoned = abandoned;
        this.watch = watch;
    }

    synchronized void begins(Step next) {
        step = next;
        since = System.nanoTime();
    }

    void end() {
        synchronized (this) {
            over = true;
        }
        watch.forget(this);
    }

    void cut() {
        call.cancel();
    }

    Stop stop() {
        return stop;
    }

    /**
     * Stops it where that is due. Under the lock, so that the program's connection is looked at only while the thread that
     * serves it waits for the system.
     */
    synchronized void look(Duration silence) {
        if (over || stop != Stop.NOT || step == Step.ELSEWHERE) {
            return;
        }
        if (System.nanoTime() - since > silence.toNanos()) {
            stopped(Stop.SILENCE);
        } else if (step != Step.SENDING && abandoned.getAsBoolean()) {
            stopped(Stop.ABANDONED);
        }
    }

    private void stopped(Stop why) {
        stop = why;
        call.cancel();
    }
}
