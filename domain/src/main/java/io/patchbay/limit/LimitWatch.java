package io.patchbay.limit;

import java.time.Duration;

/** Sees how long requests wait for their turn, for whoever watches Patchbay. */
@FunctionalInterface
public interface LimitWatch {

    /** Nobody watches. */
    LimitWatch NONE = (priority, turn, waited) -> {};

    void waited(Priority priority, Turn turn, Duration waited);
}
