package io.patchbay.instance.api;

import graphql.GraphQLContext;
import io.patchbay.api.Answer;
import io.patchbay.api.Connection;
import io.patchbay.api.NodeType;
import io.patchbay.api.OrderDirection;
import io.patchbay.api.PageArguments;
import io.patchbay.api.Payload;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.instance.Installation;
import io.patchbay.instance.InstalledSystems;
import io.patchbay.shared.Count;
import io.patchbay.shared.Order;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Refusal;
import io.patchbay.system.SystemCategory;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.system.SystemId;
import io.patchbay.system.SystemSearch;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Systems as far as they can be installed; the list of systems stands here because it can be asked for installed ones. */
@Controller
class InstallationController {

    private final SystemDefinitions systems;
    private final InstalledSystems installedSystems;
    private final Installation installation;
    private final CurrentViewer currentViewer;

    InstallationController(
            SystemDefinitions systems,
            InstalledSystems installedSystems,
            Installation installation,
            CurrentViewer currentViewer) {
        this.systems = systems;
        this.installedSystems = installedSystems;
        this.installation = installation;
        this.currentViewer = currentViewer;
    }

    @QueryMapping
    Connection<SystemDefinition> systems(
            @Arguments PageArguments page,
            @Argument @Nullable SystemFilter filter,
            @Argument @Nullable SystemOrder orderBy,
            GraphQLContext context) {
        var wanted = filter == null ? SystemFilter.ANY : filter;
        var order = orderBy == null ? Order.ascending(Order.By.NAME) : orderBy.asOrder();
        return Connection.named(
                NodeType.SYSTEM,
                order,
                page.of(
                        NodeType.SYSTEM,
                        order,
                        order.descending() ? systems.all().reversed() : systems.all(),
                        system -> system.id().slug(),
                        system -> wanted.matches(system, () -> installed(context))),
                system -> system.id().slug(),
                () -> Count.of((int) systems.all().stream()
                        .filter(system -> wanted.matches(system, () -> installed(context)))
                        .count()));
    }

    @SchemaMapping(typeName = "System")
    boolean installed(SystemDefinition system, GraphQLContext context) {
        return installed(context).contains(system.id());
    }

    @MutationMapping
    SystemPayload installSystem(@Argument InstallSystemInput input, GraphQLContext context) {
        context.delete(InstalledSystems.class);
        return SystemPayload.of(installation.install(input.systemSlug()));
    }

    @MutationMapping
    SystemPayload uninstallSystem(@Argument InstallSystemInput input, GraphQLContext context) {
        context.delete(InstalledSystems.class);
        return SystemPayload.of(installation.uninstall(input.systemSlug()));
    }

    /** Asked once per request, however many systems it shows; asked anew after a mutation. */
    private Set<SystemId> installed(GraphQLContext context) {
        return context.computeIfAbsent(
                InstalledSystems.class,
                key -> installedSystems.all(currentViewer.viewer().companyId()));
    }

    record SystemFilter(
            @Nullable SystemCategory category,
            @Nullable String search,
            @Nullable Boolean installed) {

        static final SystemFilter ANY = new SystemFilter(null, null, null);

        boolean matches(SystemDefinition system, Supplier<Set<SystemId>> allInstalled) {
            return new SystemSearch(category, search).matches(system)
                    && (installed == null || installed == allInstalled.get().contains(system.id()));
        }
    }

    record SystemOrder(Field field, OrderDirection direction) {

        enum Field {
            NAME
        }

        Order asOrder() {
            return direction.by(
                    switch (field) {
                        case NAME -> Order.By.NAME;
                    });
        }
    }

    record InstallSystemInput(String systemSlug) {}

    record SystemPayload(@Nullable SystemDefinition system, List<Refusal> userErrors) implements Payload {

        static SystemPayload of(Outcome<SystemDefinition> outcome) {
            return new SystemPayload(Answer.orNull(outcome), outcome.refusals());
        }
    }
}
