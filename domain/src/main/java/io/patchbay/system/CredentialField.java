package io.patchbay.system;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a system wants to know before it lets us in.
 *
 * @param key unique within its method; what GraphQL and the database call it
 * @param secret whether the value is encrypted and never shown again
 * @param pattern what a whole value must match
 * @param example a value of the right form, which never works anywhere but in the Demo Shop
 * @param help how to find the value, in CommonMark
 * @param options the values of a {@link CredentialKind#CHOICE}; empty for every other kind
 * @param destination where the value goes in a request
 * @param verified false where the vendor's own page could not be read
 */
public record CredentialField(
        String key,
        String label,
        CredentialKind kind,
        boolean secret,
        boolean required,
        @Nullable Pattern pattern,
        @Nullable String example,
        @Nullable String help,
        List<String> options,
        CredentialDestination destination,
        boolean verified) {

    public CredentialField {
        options = List.copyOf(options);
    }

    /** Whether the value decides which host is spoken to, so that it must not change under secrets that are kept. */
    public boolean formsAddress() {
        return destination.formsAddress();
    }
}
