package io.patchbay.app;

import org.jspecify.annotations.Nullable;

/** A setting that Patchbay cannot start with; its message is a sentence for the owner and holds no secret. */
final class UnusableSettingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableSettingException(String sentence) {
        this(sentence, null);
    }

    UnusableSettingException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
