package io.patchbay.live.api;

/** Whoever asks listens to as much already as they may. */
final class TooManySubscriptions extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManySubscriptions(Holder holder, int limit) {
        super(
                "At most " + limit + " subscriptions at once for one " + holder.inWords() + "; complete some first",
                null,
                false,
                false);
    }
}
