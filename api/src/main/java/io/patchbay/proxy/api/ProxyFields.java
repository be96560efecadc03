package io.patchbay.proxy.api;

import graphql.schema.idl.RuntimeWiring;
import io.patchbay.access.AccessKind;
import io.patchbay.access.HasAccess;
import io.patchbay.access.SystemAccess;
import io.patchbay.api.FieldOf;
import io.patchbay.system.SystemDefinitions;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** Where programs find a connector or an instance. */
@Component
class ProxyFields implements RuntimeWiringConfigurer {

    private final SystemDefinitions systems;

    ProxyFields(SystemDefinitions systems) {
        this.systems = systems;
    }

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        wiring.type("Connector", type -> type.dataFetcher("proxyUrl", url(AccessKind.CONNECTOR)))
                .type("Instance", type -> type.dataFetcher("proxyUrl", url(AccessKind.INSTANCE)));
    }

    private FieldOf<HasAccess> url(AccessKind kind) {
        return new FieldOf<>(HasAccess.class, thing -> url(kind, thing));
    }

    private @Nullable String url(AccessKind kind, HasAccess thing) {
        var access = thing.access();
        return isSpokenToByHttp(access) ? ProxyAddress.of(kind, access.id()) : null;
    }

    private boolean isSpokenToByHttp(SystemAccess access) {
        return systems.find(access.system())
                .flatMap(system -> system.method(access.credentials().method()))
                .filter(method -> method.type().overHttp())
                .isPresent();
    }
}
