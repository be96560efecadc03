package io.patchbay.access.api;

import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import io.patchbay.access.HasAccess;
import io.patchbay.access.SystemAccess;
import io.patchbay.api.FieldOf;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.RateLimit;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** The fields that connectors and instances share. Systems are in memory, so no row costs a statement. */
@Component
class AccessFields implements RuntimeWiringConfigurer {

    private final SystemDefinitions systems;

    AccessFields(SystemDefinitions systems) {
        this.systems = systems;
    }

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        wiring.type(
                        "Connector",
                        type -> shared(type, NodeType.CONNECTOR).dataFetcher("rateLimitInForce", of(this::usualLimit)))
                .type("Instance", type -> shared(type, NodeType.INSTANCE));
    }

    private TypeRuntimeWiring.Builder shared(TypeRuntimeWiring.Builder type, NodeType node) {
        return type.dataFetcher("id", of(access -> GlobalId.of(node, access.id().value())))
                .dataFetcher("version", of(SystemAccess::version))
                .dataFetcher("name", of(access -> access.name().value()))
                .dataFetcher("system", of(this::system))
                .dataFetcher("environment", of(SystemAccess::environment))
                .dataFetcher("timeZone", of(access -> access.timeZone().id()))
                .dataFetcher("dateFormat", of(access -> access.dateFormat().value()))
                .dataFetcher("authenticationMethod", of(this::method))
                .dataFetcher("credentials", of(this::credentials))
                .dataFetcher("createdAt", of(SystemAccess::createdAt))
                .dataFetcher("updatedAt", of(SystemAccess::updatedAt))
                .dataFetcher("status", of(SystemAccess::status))
                .dataFetcher("lastCheck", of(SystemAccess::lastCheck))
                .dataFetcher("tokenGrant", GrantLoading::grant)
                .dataFetcher("pausedUntil", PauseLoading::pausedUntil);
    }

    private @Nullable RateLimit usualLimit(SystemAccess access) {
        return system(access).defaults().rateLimit();
    }

    private SystemDefinition system(SystemAccess access) {
        return systems.find(access.system())
                .orElseGet(() -> SystemDefinition.unknown(
                        access.system(), access.credentials().method()));
    }

    private AuthenticationMethod method(SystemAccess access) {
        var key = access.credentials().method();
        return system(access).method(key).orElseGet(() -> AuthenticationMethod.unknown(key));
    }

    private List<Credential> credentials(SystemAccess access) {
        return method(access).fields().stream()
                .map(field -> Credential.of(field, access.credentials(), access.end(field.key())))
                .toList();
    }

    private static FieldOf<HasAccess> of(Function<SystemAccess, @Nullable Object> value) {
        return new FieldOf<>(HasAccess.class, thing -> value.apply(thing.access()));
    }
}
