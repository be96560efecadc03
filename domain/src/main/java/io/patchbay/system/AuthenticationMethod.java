package io.patchbay.system;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One way into a system.
 *
 * @param key unique within its system
 * @param help when to choose this method and how to obtain its credentials, in CommonMark
 * @param fields in the order in which a person is asked
 * @param settings what the type needs beside credentials, such as {@code tokenUrl}; RFC 6570 templates over the fields
 * @param verified false where the vendor's own page could not be read
 */
public record AuthenticationMethod(
        String key,
        String label,
        AuthenticationType type,
        @Nullable String help,
        List<CredentialField> fields,
        Map<String, String> settings,
        boolean verified) {

    public AuthenticationMethod {
        fields = List.copyOf(fields);
        settings = Map.copyOf(settings);
    }

    /** Stands in for a method that its system has no longer. Goes by its key, and asks for nothing. */
    public static AuthenticationMethod unknown(String key) {
        return new AuthenticationMethod(key, key, AuthenticationType.NONE, null, List.of(), Map.of(), false);
    }

    /** The same method with other fields. */
    public AuthenticationMethod with(List<CredentialField> otherFields) {
        return new AuthenticationMethod(key, label, type, help, otherFields, settings, verified);
    }

    /** What a person is asked for: all fields but those that the vendor fills in. */
    public List<CredentialField> askedFields() {
        return fields.stream().filter(CredentialField::isAsked).toList();
    }

    /** The field whose value goes to a place that there is only once. */
    public Optional<CredentialField> field(CredentialDestination.Place place) {
        return fields.stream()
                .filter(field -> field.destinations().stream().anyMatch(it -> it.place() == place))
                .findFirst();
    }

    /** Whether a person has to say yes on the vendor's page before the credentials mean anything. */
    public boolean needsRedirect() {
        return type == AuthenticationType.OAUTH2_AUTHORIZATION_CODE;
    }

    public Optional<CredentialField> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }
}
