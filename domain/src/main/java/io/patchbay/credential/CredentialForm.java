package io.patchbay.credential;

import io.patchbay.system.CredentialField;
import io.patchbay.system.CredentialKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a value has the form that its field asks for. Never repeats a value, because it may be a secret. */
final class CredentialForm {

    /** The longest value, in characters: room for a certificate chain or a service account's key file. */
    static final int MAX_LENGTH = 32_768;

    private static final Pattern HOST = Pattern.compile(
            "(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*|\\[[0-9A-Fa-f:.]{2,45}]");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");

    private CredentialForm() {}

    /** What is wrong, as the key of a sentence and its arguments, the field's label first. */
    record Fault(String reason, List<Object> arguments) {}

    static Optional<Fault> fault(CredentialField field, String value) {
        if (value.length() > MAX_LENGTH) {
            return fault("credential.too-long", field, MAX_LENGTH);
        }
        if (value.codePoints().anyMatch(character -> impossible(character, field.kind()))) {
            return fault("credential.control-characters", field);
        }
        return kindFault(field, value).or(() -> patternFault(field, value));
    }

    private static Optional<Fault> kindFault(CredentialField field, String value) {
        return switch (field.kind()) {
            case TEXT, MULTILINE -> Optional.empty();
            case URL -> url(value) ? Optional.empty() : fault("credential.url", field);
            case HOST -> HOST.matcher(value).matches() ? Optional.empty() : fault("credential.host", field);
            case NUMBER -> NUMBER.matcher(value).matches() ? Optional.empty() : fault("credential.number", field);
            case EMAIL -> EMAIL.matcher(value).matches() ? Optional.empty() : fault("credential.email", field);
            case CHOICE ->
                field.options().contains(value)
                        ? Optional.empty()
                        : fault("credential.choice", field, String.join(", ", field.options()));
        };
    }

    private static Optional<Fault> patternFault(CredentialField field, String value) {
        if (field.pattern() == null || matches(field.pattern(), value)) {
            return Optional.empty();
        }
        return field.example() == null
                ? fault("credential.pattern", field, field.pattern().pattern())
                : fault("credential.pattern-example", field, field.example());
    }

    private static boolean matches(Pattern pattern, String value) {
        try {
            return pattern.matcher(value).matches();
        } catch (StackOverflowError repeatedTooOften) {
            // Java's matcher goes one call deeper for each repetition of a group, so some thousand of them are too many
            // for it. No vendor gives such a value.
            return false;
        }
    }

    /** Lines may be broken only where several are asked for; the other control characters are never typed on purpose. */
    private static boolean impossible(int character, CredentialKind kind) {
        if (character == '\n' || character == '\r' || character == '\t') {
            return kind != CredentialKind.MULTILINE;
        }
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }

    private static boolean url(String value) {
        try {
            var address = new URI(value);
            var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http"))
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getFragment() == null;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    private static Optional<Fault> fault(String reason, CredentialField field, Object... more) {
        var arguments = new ArrayList<Object>();
        arguments.add(field.label());
        arguments.addAll(List.of(more));
        return Optional.of(new Fault(reason, arguments));
    }
}
