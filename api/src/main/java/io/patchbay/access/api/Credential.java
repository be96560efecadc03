package io.patchbay.access.api;

import io.patchbay.credential.CredentialEnd;
import io.patchbay.credential.CredentialValue;
import io.patchbay.credential.Credentials;
import io.patchbay.system.CredentialField;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is set for one field, as far as it may be shown.
 *
 * @param value null for every secret
 * @param endsAt null where no end is known
 * @param endIsExact null where no end is known
 */
public record Credential(
        String key,
        String label,
        boolean secret,
        boolean isSet,
        @Nullable String value,
        @Nullable Instant endsAt,
        @Nullable Boolean endIsExact) {

    /** What is set for a field, and until when it is good. */
    public static Credential of(CredentialField field, Credentials credentials, Optional<CredentialEnd> end) {
        return new Credential(
                field.key(),
                field.label(),
                field.secret(),
                credentials.isSet(field.key()),
                field.secret() ? null : plain(credentials.values().get(field.key())),
                end.map(CredentialEnd::at).orElse(null),
                end.map(CredentialEnd::exact).orElse(null));
    }

    private static @Nullable String plain(@Nullable CredentialValue value) {
        return value instanceof CredentialValue.Plain(var text) ? text : null;
    }
}
