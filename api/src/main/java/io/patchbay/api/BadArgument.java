package io.patchbay.api;

/** An argument of a query that asks for nothing possible; the client's mistake. */
public final class BadArgument extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String argument;

    /** Names the argument, and says what would be possible. */
    public BadArgument(String argument, String message) {
        super(message);
        this.argument = argument;
    }

    String argument() {
        return argument;
    }
}
