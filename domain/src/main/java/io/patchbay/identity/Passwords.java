package io.patchbay.identity;

import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.RefusalCode;
import io.patchbay.shared.Secret;

/** How passwords are hashed. Implementations are thread-safe and slow on purpose. */
public interface Passwords {

    /** The shortest password, in characters. */
    int MIN_LENGTH = 12;

    /** The longest, so that nobody keeps the hashing busy with a novel. */
    int MAX_LENGTH = 256;

    PasswordHash hash(Secret password);

    /** Accepts a password of good length, exactly as typed. */
    static Outcome<Secret> parse(Secret password, String field) {
        var length = password.reveal().codePointCount(0, password.reveal().length());
        return length >= MIN_LENGTH && length <= MAX_LENGTH
                ? Outcome.done(password)
                : Outcome.refused(InvalidInput.of(
                        RefusalCode.INVALID_PASSWORD, field, "password.length", MIN_LENGTH, MAX_LENGTH));
    }
}
