package io.patchbay.credential;

import org.jspecify.annotations.Nullable;

/** A secret that is there but cannot be decrypted. Holds nothing of it. */
public final class UnreadableSecret extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why a secret cannot be decrypted. */
    public enum Reason {
        /** The key that it was encrypted under is not there, or is itself under a master key that is not at hand. */
        KEY_MISSING,
        /** It, or its key, is not what Patchbay wrote. */
        ALTERED
    }

    public UnreadableSecret(Reason reason, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
