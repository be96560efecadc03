package io.patchbay.app;

/** A setting that Patchbay cannot start with; its message is a sentence for the owner and holds no secret. */
final class UnusableSettingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableSettingException(String sentence) {
        super(sentence);
    }
}
