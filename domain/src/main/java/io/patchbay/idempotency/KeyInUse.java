package io.patchbay.idempotency;

/** The first request with this key is still being answered; to be repeated a moment later. */
public final class KeyInUse extends RuntimeException {

    private static final long serialVersionUID = 1;

    public KeyInUse(Throwable cause) {
        super("The first request with this key is still being answered", cause);
    }
}
