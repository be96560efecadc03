package io.patchbay.identity;

import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.RefusalCode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a person gets mail, and what they log in with: kept in lower case, because no two people differ by case alone. */
public record EmailAddress(String value) {

    /** The longest address (RFC 5321, section 4.5.3.1.3). */
    public static final int MAX_LENGTH = 254;

    // What HTML's input type=email accepts.
    private static final Pattern FORM = Pattern.compile(
            "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");

    public EmailAddress {
        if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
    }

    /** Reads what a person typed; white space at its edges is dropped. */
    public static Outcome<EmailAddress> parse(@Nullable String text, String field) {
        var address = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return address.length() <= MAX_LENGTH && FORM.matcher(address).matches()
                ? Outcome.done(new EmailAddress(address))
                : Outcome.refused(InvalidInput.of(RefusalCode.INVALID_EMAIL, field, "email.form"));
    }

    @Override
    public String toString() {
        return value;
    }
}
