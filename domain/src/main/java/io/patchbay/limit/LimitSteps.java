package io.patchbay.limit;

import io.patchbay.shared.UseCase;
import java.time.Duration;

/** What is written down about limits, each step in a short transaction of its own: nobody waits for a turn in there. */
@UseCase
public class LimitSteps {

    private static final int AT_ONCE = 1_000;

    private final Ledgers ledgers;

    public LimitSteps(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    /** Takes what may be taken now. */
    public Take take(LimitKey key, Ask ask) {
        var locked = ledgers.lock(key);
        var take = locked.ledger().take(ask, locked.now());
        ledgers.keep(locked, take.after(), take.after().idleAt(ask.limits().longestSpan()));
        return take;
    }

    /** Has all nodes leave a vendor alone. */
    public void pause(LimitKey key, LimitsInForce limits, Duration time) {
        var locked = ledgers.lock(key);
        var paused = locked.ledger().paused(time, locked.now());
        ledgers.keep(locked, paused, paused.idleAt(limits.longestSpan()));
    }

    /** Forgets a limited number of ledgers that nobody needs any more, and tells how many. */
    public int forgetIdle() {
        return ledgers.removeIdle(AT_ONCE);
    }
}
