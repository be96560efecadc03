package io.patchbay.app;

import io.patchbay.credential.Applications;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.CredentialDestination.Place;
import io.patchbay.system.CredentialField;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.system.SystemId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Systems as they are where an application of the whole installation stands in: nobody has to name one. */
final class SystemsWithApplications implements SystemDefinitions {

    private static final Set<Place> OF_APPLICATION = Set.of(Place.CLIENT_ID, Place.CLIENT_SECRET);

    private final List<SystemDefinition> all;
    private final Map<SystemId, SystemDefinition> byId;

    SystemsWithApplications(SystemDefinitions systems, Applications applications) {
        this.all = systems.all().stream()
                .map(system -> applications.find(system.id()).isEmpty() ? system : withOptionalApplication(system))
                .toList();
        this.byId = all.stream().collect(Collectors.toMap(SystemDefinition::id, Function.identity()));
    }

    @Override
    public Optional<SystemDefinition> find(SystemId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public List<SystemDefinition> all() {
        return all;
    }

    private static SystemDefinition withOptionalApplication(SystemDefinition system) {
        return system.with(system.authenticationMethods().stream()
                .map(method -> method.needsRedirect() ? withOptionalApplication(method) : method)
                .toList());
    }

    private static AuthenticationMethod withOptionalApplication(AuthenticationMethod method) {
        return method.with(method.fields().stream()
                .map(field -> isOfApplication(field) ? field.asOptional() : field)
                .toList());
    }

    private static boolean isOfApplication(CredentialField field) {
        return field.destinations().stream().anyMatch(destination -> OF_APPLICATION.contains(destination.place()));
    }
}
