package io.patchbay.proxy.ui;

import com.vaadin.flow.component.Component;
import io.patchbay.access.AccessKind;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.ui.ProgramUse;
import io.patchbay.proxy.ProxyAddresses;
import io.patchbay.system.SystemDefinitions;
import java.util.Optional;

/** Shows the address that programs send requests to. */
@org.springframework.stereotype.Component
class UseByPrograms implements ProgramUse {

    private final SystemDefinitions systems;
    private final ProxyAddresses addresses;

    UseByPrograms(SystemDefinitions systems, ProxyAddresses addresses) {
        this.systems = systems;
        this.addresses = addresses;
    }

    @Override
    public Optional<Component> of(AccessKind kind, SystemAccess access) {
        return systems.find(access.system())
                .flatMap(system -> system.method(access.credentials().method())
                        .filter(method -> method.type().overHttp())
                        .map(method -> new UsePanel(system.name(), addresses.of(kind, access.id()))));
    }
}
