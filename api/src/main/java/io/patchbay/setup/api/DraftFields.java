package io.patchbay.setup.api;

import graphql.schema.idl.RuntimeWiring;
import io.patchbay.access.api.Credential;
import io.patchbay.api.FieldOf;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import io.patchbay.credential.Credentials;
import io.patchbay.setup.Draft;
import io.patchbay.setup.DraftChecking;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.CredentialField;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** The fields of a draft. Systems are in memory, so no row costs a statement; they may be gone since the draft was started. */
@Component
class DraftFields implements RuntimeWiringConfigurer {

    private final SystemDefinitions systems;
    private final DraftChecking checking;

    DraftFields(SystemDefinitions systems, DraftChecking checking) {
        this.systems = systems;
        this.checking = checking;
    }

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        wiring.type(
                "Draft",
                type -> type.dataFetcher(
                                "id",
                                of(draft ->
                                        GlobalId.of(NodeType.DRAFT, draft.id().value())))
                        .dataFetcher("system", of(draft -> system(draft).orElse(null)))
                        .dataFetcher(
                                "name",
                                of(draft -> draft.general() == null
                                        ? null
                                        : draft.general().name().value()))
                        .dataFetcher(
                                "authenticationMethod",
                                of(draft -> method(draft).orElse(null)))
                        .dataFetcher("credentials", of(this::credentials))
                        .dataFetcher(
                                "form",
                                of(draft -> system(draft)
                                        .map(system -> Wizard.of(draft, system))
                                        .orElse(null)))
                        .dataFetcher(
                                "checkable",
                                of(draft -> system(draft)
                                        .filter(system -> checking.available(draft, system))
                                        .isPresent()))
                        .dataFetcher("nextStep", of(Draft::nextStep))
                        .dataFetcher("expiresAt", of(draft -> draft.touchedAt().plus(Draft.LIFETIME))));
    }

    private Optional<SystemDefinition> system(Draft draft) {
        return systems.find(draft.system());
    }

    private Optional<AuthenticationMethod> method(Draft draft) {
        var credentials = draft.credentials();
        return credentials == null
                ? Optional.empty()
                : system(draft).flatMap(system -> system.method(credentials.method()));
    }

    private List<Credential> credentials(Draft draft) {
        var credentials = draft.credentials();
        return method(draft).stream()
                .flatMap(method -> method.fields().stream())
                .map(field -> credential(field, Objects.requireNonNull(credentials)))
                .toList();
    }

    private static Credential credential(CredentialField field, Credentials credentials) {
        return Credential.of(field, credentials, credentials.end(field.key()));
    }

    private static FieldOf<Draft> of(Function<Draft, @Nullable Object> value) {
        return new FieldOf<>(Draft.class, value);
    }
}
