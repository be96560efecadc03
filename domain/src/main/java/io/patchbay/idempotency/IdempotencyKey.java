package io.patchbay.idempotency;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a client calls one request, so that it can be recognised when it is sent again. */
public record IdempotencyKey(String value) {

    // A string as structured headers have it (RFC 9651), or without its quotes, as many clients send it.
    private static final Pattern FORM = Pattern.compile("(\"?)([\\x21\\x23-\\x5B\\x5D-\\x7E]{1,128})\\1");

    /** Reads what a header says; empty where that is no key. */
    public static Optional<IdempotencyKey> parse(String header) {
        var form = FORM.matcher(header.strip());
        return form.matches() ? Optional.of(new IdempotencyKey(form.group(2))) : Optional.empty();
    }
}
