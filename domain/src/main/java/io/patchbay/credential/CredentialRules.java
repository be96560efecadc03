package io.patchbay.credential;

import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Problems;
import io.patchbay.shared.Refusal;
import io.patchbay.shared.RefusalCode;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.CredentialField;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What values a method's fields take. Values are kept as given: case matters, and white space is never trimmed. */
public final class CredentialRules {

    private CredentialRules() {}

    /** Everything the method requires, nothing that it does not know, each of it well-formed; gives the values by key. */
    public static Outcome<Map<String, GivenCredential>> checkWhole(
            AuthenticationMethod method, List<GivenCredential> given) {
        return check(method, given, true);
    }

    /** As {@link #checkWhole}, but not everything need be there yet. */
    public static Outcome<Map<String, GivenCredential>> checkPart(
            AuthenticationMethod method, List<GivenCredential> given) {
        return check(method, given, false);
    }

    /**
     * What a vendor told when a person said yes, for the fields that it fills in; refused where it told too little, or
     * something that has not the form that the field asks for.
     */
    public static Outcome<Map<String, String>> checkGranted(AuthenticationMethod method, Map<String, String> told) {
        var problems = new Problems();
        var values = new HashMap<String, String>();
        method.fields().stream().filter(field -> !field.isAsked()).forEach(field -> {
            var value = told.getOrDefault(field.key(), "");
            if (!value.isBlank() && CredentialForm.fault(field, value).isEmpty()) {
                values.put(field.key(), value);
            } else if (field.required() || !value.isBlank()) {
                problems.add(refusal(
                        RefusalCode.AUTHORIZATION_ANSWER_UNUSABLE,
                        field.key(),
                        "authorization.not-told",
                        field.label()));
            }
        });
        return problems.or(() -> Map.copyOf(values));
    }

    /** That a required field has no value. */
    public static Refusal required(CredentialField field) {
        return refusal(RefusalCode.CREDENTIAL_REQUIRED, field.key(), "credential.required", field.label());
    }

    private static Outcome<Map<String, GivenCredential>> check(
            AuthenticationMethod method, List<GivenCredential> given, boolean whole) {
        var problems = new Problems();
        var values = new HashMap<String, GivenCredential>();
        var seen = new HashSet<String>();
        for (var credential : given) {
            if (!seen.add(credential.key())) {
                problems.add(refusal(
                        RefusalCode.DUPLICATE_CREDENTIAL, credential.key(), "credential.duplicate", credential.key()));
            } else {
                examine(method, credential).ifPresentOrElse(problems::add, () -> keep(credential, values));
            }
        }
        if (whole) {
            method.askedFields().stream()
                    .filter(field -> field.required() && blank(field, given))
                    .map(CredentialRules::required)
                    .forEach(problems::add);
        }
        return problems.or(() -> Map.copyOf(values));
    }

    private static void keep(GivenCredential credential, Map<String, GivenCredential> values) {
        if (!credential.value().reveal().isBlank()) {
            values.put(credential.key(), credential);
        }
    }

    private static boolean blank(CredentialField field, List<GivenCredential> given) {
        return given.stream()
                .filter(credential -> credential.key().equals(field.key()))
                .allMatch(credential -> credential.value().reveal().isBlank());
    }

    private static Optional<Refusal> examine(AuthenticationMethod method, GivenCredential credential) {
        var field = method.field(credential.key()).filter(CredentialField::isAsked);
        if (field.isEmpty()) {
            var known = String.join(
                    ", ",
                    method.askedFields().stream().map(CredentialField::key).toList());
            return Optional.of(refusal(
                    RefusalCode.UNKNOWN_CREDENTIAL,
                    credential.key(),
                    known.isEmpty() ? "credential.none-known" : "credential.unknown",
                    method.label(),
                    known));
        }
        // A blank value is no value; where one is required, that is what is said of it.
        if (credential.value().reveal().isBlank()) {
            return Optional.empty();
        }
        return CredentialForm.fault(field.get(), credential.value().reveal())
                .map(fault -> new InvalidInput(
                        RefusalCode.INVALID_CREDENTIAL,
                        List.of("credentials", credential.key()),
                        fault.reason(),
                        fault.arguments()));
    }

    private static Refusal refusal(RefusalCode code, String key, String reason, Object... arguments) {
        return new InvalidInput(code, List.of("credentials", key), reason, List.of(arguments));
    }
}
