package io.patchbay.access.api;

import io.patchbay.credential.CredentialValue;
import io.patchbay.credential.Credentials;
import io.patchbay.system.CredentialField;
import org.jspecify.annotations.Nullable;

/**
 * What is set for one field, as far as it may be shown.
 *
 * @param value null for every secret
 */
public record Credential(
        String key,
        String label,
        boolean secret,
        boolean isSet,
        @Nullable String value) {

    /** What is set for a field. */
    public static Credential of(CredentialField field, Credentials credentials) {
        return new Credential(
                field.key(),
                field.label(),
                field.secret(),
                credentials.isSet(field.key()),
                field.secret() ? null : plain(credentials.values().get(field.key())));
    }

    private static @Nullable String plain(@Nullable CredentialValue value) {
        return value instanceof CredentialValue.Plain(var text) ? text : null;
    }
}
