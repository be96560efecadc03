package io.patchbay.shared;

/**
 * Somebody else was faster, and the database had the last word: a place or name was taken, or a row changed, between asking
 * and saving. The transaction is over; the use case is run again in a new one, where asking gives the true answer.
 */
public final class Contended extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Contended(String what, Throwable cause) {
        super("Somebody else was faster: " + what, cause);
    }
}
