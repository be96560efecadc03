package io.patchbay.live.api;

/** What came of opening a connection. */
sealed interface Entry {

    /** It is open and counted, until its place is given back. */
    record Open(Tally.Place place) implements Entry {}

    /**
     * Somebody has as many open as they may.
     *
     * @param whose on whose account
     * @param limit how many
     */
    record Full(Holder whose, int limit) implements Entry {

        /** Whether it is others who are in the way, so that it helps to come again. */
        boolean passes() {
            return whose instanceof Holder.Everybody;
        }

        /** For the client: which limit it is, and what to do. Short enough for the reason of a WebSocket's end. */
        String sentence() {
            return passes()
                    ? "At most %d connections at once for all on this node, and so many are open: try again later"
                            .formatted(limit)
                    : "At most %d connections at once for one %s: close some, or subscribe more often over one WebSocket"
                            .formatted(limit, whose.inWords());
        }
    }
}
