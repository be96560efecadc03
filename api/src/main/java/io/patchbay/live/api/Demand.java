package io.patchbay.live.api;

/** How many more things a client takes in now. Thread-safe. */
final class Demand {

    private long open;
    private boolean ended;

    synchronized void add(long more) {
        open = more > Long.MAX_VALUE - open ? Long.MAX_VALUE : open + more;
        notifyAll();
    }

    /** Waits until the client takes one more; false where it takes none ever again. */
    synchronized boolean take() {
        try {
            while (open == 0 && !ended) {
                wait();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
        if (!ended && open < Long.MAX_VALUE) {
            open--;
        }
        return !ended;
    }

    /** What was taken is not needed. */
    void giveBack() {
        add(1);
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }
}
