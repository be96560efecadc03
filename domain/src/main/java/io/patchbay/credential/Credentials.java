package io.patchbay.credential;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The chosen authentication method and what is set for its fields, as it may be shown: it knows which secrets are set, never
 * what they are.
 *
 * @param id of this very set; another set of values has another one
 * @param method the method's key
 * @param values by field key, in the order of the method's fields
 * @param ends by field key, until when values are good, as far as that was known when they were given
 */
public record Credentials(
        CredentialsId id,
        String method,
        SequencedMap<String, CredentialValue> values,
        Map<String, CredentialEnd> ends) {

    public Credentials {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
        ends = Map.copyOf(ends);
    }

    /** Values of which nobody knows when they end. */
    public Credentials(CredentialsId id, String method, SequencedMap<String, CredentialValue> values) {
        this(id, method, values, Map.of());
    }

    /** A method with nothing set. */
    public static Credentials none(String method) {
        return new Credentials(
                CredentialsId.next(), method, Collections.unmodifiableSequencedMap(new LinkedHashMap<>(Map.of())));
    }

    /** The same set, with what the vendor told when a person said yes. */
    public Credentials told(Map<String, String> told) {
        var more = new LinkedHashMap<>(values);
        told.forEach((key, value) -> more.put(key, new CredentialValue.Plain(value)));
        return new Credentials(id, method, more, ends);
    }

    public boolean isSet(String key) {
        return values.containsKey(key);
    }

    /** Until when a value is good, as far as that was known when it was given. */
    public Optional<CredentialEnd> end(String key) {
        return Optional.ofNullable(ends.get(key));
    }

    /** Every secret that is pointed to. */
    public List<SecretId> secrets() {
        return values.values().stream()
                .filter(CredentialValue.Hidden.class::isInstance)
                .map(value -> ((CredentialValue.Hidden) value).secret())
                .toList();
    }
}
