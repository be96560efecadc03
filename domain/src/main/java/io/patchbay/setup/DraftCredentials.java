package io.patchbay.setup;

import io.patchbay.access.AccessRules;
import io.patchbay.credential.CredentialRules;
import io.patchbay.credential.CredentialValue;
import io.patchbay.credential.Credentials;
import io.patchbay.credential.GivenCredential;
import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Problems;
import io.patchbay.shared.Refusal;
import io.patchbay.shared.RefusalCode;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.CredentialField;
import io.patchbay.system.SystemDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** How credentials that are typed now go together with those that a draft has already. */
final class DraftCredentials {

    private DraftCredentials() {}

    /** What to keep newly, and what of before stays. */
    record Merge(AuthenticationMethod method, Map<String, GivenCredential> typed, Credentials kept) {}

    static Outcome<Merge> merge(AuthenticationMethod method, Credentials before, List<GivenCredential> given) {
        return CredentialRules.checkPart(method, given)
                .map(typed -> new Merge(method, typed, untouched(method, before, given)))
                .flatMap(merge -> addressKeeps(merge, before) ? Outcome.done(merge) : retype(merge));
    }

    /** That every required field of a method has its value. */
    static Outcome<Credentials> complete(AuthenticationMethod method, Credentials credentials) {
        var problems = new Problems();
        method.askedFields().stream()
                .filter(field -> field.required() && !credentials.isSet(field.key()))
                .map(CredentialRules::required)
                .forEach(problems::add);
        return problems.or(() -> credentials);
    }

    /** Refused where the draft's method is worth nothing without a person's yes. */
    static Outcome<Draft> withoutConsent(Draft draft, SystemDefinition system) {
        return method(draft, system)
                .flatMap(method ->
                        method.needsRedirect() ? Outcome.refused(authorizationRequired(method)) : Outcome.done(draft));
    }

    /** Refused where nobody's yes is needed. */
    static Outcome<Draft> withConsent(Draft draft, SystemDefinition system) {
        return method(draft, system)
                .flatMap(method -> method.needsRedirect()
                        ? Outcome.done(draft)
                        : Outcome.refused(InvalidInput.of(
                                RefusalCode.AUTHORIZATION_NOT_NEEDED,
                                "authenticationMethod",
                                "authorization.not-needed",
                                method.label())));
    }

    /** That a person has to say yes first. */
    static Refusal authorizationRequired(AuthenticationMethod method) {
        return InvalidInput.of(
                RefusalCode.AUTHORIZATION_REQUIRED, "authenticationMethod", "authorization.required", method.label());
    }

    private static Outcome<AuthenticationMethod> method(Draft draft, SystemDefinition system) {
        return AccessRules.method(
                system, Objects.requireNonNull(draft.credentials()).method());
    }

    private static Credentials untouched(AuthenticationMethod method, Credentials before, List<GivenCredential> given) {
        var touched = given.stream().map(GivenCredential::key).collect(Collectors.toSet());
        var values = new LinkedHashMap<String, CredentialValue>();
        method.fields().stream()
                .map(CredentialField::key)
                .filter(key -> before.isSet(key) && !touched.contains(key))
                .forEach(key -> values.put(key, before.values().get(key)));
        return new Credentials(before.id(), method.key(), values, before.ends());
    }

    private static boolean addressKeeps(Merge merge, Credentials before) {
        return keptSecrets(merge).isEmpty()
                || merge.method().fields().stream()
                        .filter(CredentialField::formsAddress)
                        .allMatch(field -> same(merge, before, field.key()));
    }

    private static boolean same(Merge merge, Credentials before, String key) {
        var typed = merge.typed().get(key);
        var old = before.values().get(key);
        if (typed == null) {
            return old == null || merge.kept().isSet(key);
        }
        return old instanceof CredentialValue.Plain(var value)
                && value.equals(typed.value().reveal());
    }

    private static Outcome<Merge> retype(Merge merge) {
        var problems = new Problems();
        var kept = keptSecrets(merge);
        merge.method().fields().stream()
                .filter(field -> kept.contains(field.key()))
                .map(field -> new InvalidInput(
                        RefusalCode.CREDENTIAL_REQUIRED,
                        List.of("credentials", field.key()),
                        "credential.retype",
                        List.of(field.label())))
                .forEach(problems::add);
        return problems.or(() -> merge);
    }

    private static Set<String> keptSecrets(Merge merge) {
        return merge.kept().values().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof CredentialValue.Hidden)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
