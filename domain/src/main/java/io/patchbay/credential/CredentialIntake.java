package io.patchbay.credential;

import io.patchbay.shared.CompanyId;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.CredentialField;
import io.patchbay.system.Environment;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Puts checked values where they belong: secrets into the store, the others into the credentials themselves. */
public final class CredentialIntake {

    private final SecretStore secrets;

    public CredentialIntake(SecretStore secrets) {
        this.secrets = secrets;
    }

    /** Keeps the values of {@link CredentialRules} as a new set; what {@code before} has for other keys stays as it is. */
    public Credentials keep(
            CompanyId company,
            Environment environment,
            AuthenticationMethod method,
            Map<String, GivenCredential> given,
            Credentials before,
            Instant now) {
        var values = new LinkedHashMap<String, CredentialValue>();
        var ends = new HashMap<String, CredentialEnd>();
        for (var field : method.fields()) {
            var credential = given.get(field.key());
            var old = before.values().get(field.key());
            if (credential != null) {
                values.put(field.key(), keep(company, field, credential));
                CredentialEnds.of(field, environment, credential.value(), now)
                        .ifPresent(end -> ends.put(field.key(), end));
            } else if (old != null) {
                values.put(field.key(), old);
                Optional.ofNullable(before.ends().get(field.key())).ifPresent(end -> ends.put(field.key(), end));
            }
        }
        return new Credentials(CredentialsId.next(), method.key(), values, ends);
    }

    private CredentialValue keep(CompanyId company, CredentialField field, GivenCredential credential) {
        return field.secret()
                ? new CredentialValue.Hidden(secrets.keep(company, credential.value()))
                : new CredentialValue.Plain(credential.value().reveal());
    }
}
