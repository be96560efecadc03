package io.patchbay.live.api;

/** Whoever asks listens to as much already as they may. */
final class TooManySubscriptions extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int limit;

    TooManySubscriptions(Holder holder, int limit) {
        super(
                "At most " + limit + " subscriptions at once for one " + holder.inWords() + "; complete some first",
                null,
                false,
                false);
        this.limit = limit;
    }

    int limit() {
        return limit;
    }
}
