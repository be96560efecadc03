package io.patchbay.history;

/** Keeps the history from growing for ever. */
@FunctionalInterface
public interface HistoryKeeping {

    /**
     * Forgets what ended more than so many days ago, a week later at the latest, and makes room for what is to come. Harmless
     * where several do it at once.
     */
    void keepFor(int days);
}
