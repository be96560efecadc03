package io.patchbay.credential;

import io.patchbay.credential.Applications.Application;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Secret;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.CredentialDestination.Place;
import io.patchbay.system.CredentialField;
import io.patchbay.system.SystemDefinition;
import java.util.HashMap;
import java.util.Map;

/** Gives credentials back as they are used: with their secrets, and with the installation's application where it stands in. */
public final class RevealedCredentials {

    private final SecretStore secrets;
    private final Applications applications;

    public RevealedCredentials(SecretStore secrets, Applications applications) {
        this.secrets = secrets;
        this.applications = applications;
    }

    /**
     * The values by field key, secret or not; only fields that are set.
     *
     * @throws IllegalStateException where a secret is gone or cannot be decrypted
     */
    public Map<String, Secret> of(CompanyId company, SystemDefinition system, Credentials credentials) {
        var values = new HashMap<String, Secret>();
        credentials.values().forEach((key, value) -> values.put(key, reveal(company, value)));
        system.method(credentials.method())
                .filter(AuthenticationMethod::needsRedirect)
                .ifPresent(method ->
                        applications.find(system.id()).ifPresent(application -> standIn(method, application, values)));
        return values;
    }

    /**
     * One secret that belongs to credentials, such as a token that was issued for them.
     *
     * @throws IllegalStateException where it is gone or cannot be decrypted
     */
    public Secret reveal(CompanyId company, SecretId secret) {
        return secrets.reveal(company, secret);
    }

    private Secret reveal(CompanyId company, CredentialValue value) {
        return switch (value) {
            case CredentialValue.Plain(var plain) -> new Secret(plain);
            case CredentialValue.Hidden(var secret) -> reveal(company, secret);
        };
    }

    /** Both or none: one application's id with another's secret opens nothing. */
    private static void standIn(AuthenticationMethod method, Application application, Map<String, Secret> values) {
        var id = method.field(Place.CLIENT_ID).map(CredentialField::key);
        var secret = method.field(Place.CLIENT_SECRET).map(CredentialField::key);
        if (id.filter(values::containsKey).isEmpty()
                && secret.filter(values::containsKey).isEmpty()) {
            id.ifPresent(key -> values.put(key, new Secret(application.clientId())));
            secret.ifPresent(key -> values.put(key, application.clientSecret()));
        }
    }
}
