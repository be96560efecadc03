package io.patchbay.instance.api;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessSearch;
import io.patchbay.access.AccessStatus;
import io.patchbay.api.AccessOrder;
import io.patchbay.api.Connection;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeSource;
import io.patchbay.api.NodeType;
import io.patchbay.api.PageArguments;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.instance.Instance;
import io.patchbay.instance.Instances;
import io.patchbay.shared.CompanyId;
import io.patchbay.system.Environment;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class InstanceController implements NodeSource {

    private final Instances instances;
    private final CurrentViewer currentViewer;

    InstanceController(Instances instances, CurrentViewer currentViewer) {
        this.instances = instances;
        this.currentViewer = currentViewer;
    }

    @QueryMapping
    @Nullable
    Instance instance(@Argument String id) {
        return find(GlobalId.uuid(NodeType.INSTANCE, id)).orElse(null);
    }

    @QueryMapping
    Connection<Instance> instances(
            @Arguments PageArguments page,
            @Argument @Nullable InstanceFilter filter,
            @Argument @Nullable AccessOrder orderBy) {
        var search = InstanceFilter.searchOf(filter);
        var order = AccessOrder.of(orderBy);
        return Connection.of(
                NodeType.INSTANCE,
                order,
                instances.page(company(), search, page.request(NodeType.INSTANCE, order)),
                (instance, by) -> instance.access().place(by),
                () -> instances.count(company(), search));
    }

    @Override
    public NodeType type() {
        return NodeType.INSTANCE;
    }

    @Override
    public Optional<Instance> find(GlobalId id) {
        return find(id.uuid());
    }

    @Override
    public Map<GlobalId, ?> findAll(Set<GlobalId> ids) {
        return instances
                .findAll(
                        company(),
                        ids.stream().map(id -> new AccessId(id.uuid())).toList())
                .stream()
                .collect(Collectors.toMap(
                        it -> new GlobalId(NodeType.INSTANCE, it.id().value().toString()), Function.identity()));
    }

    private Optional<Instance> find(UUID id) {
        return instances.find(company(), new AccessId(id));
    }

    private CompanyId company() {
        return currentViewer.viewer().companyId();
    }

    record InstanceFilter(
            @Nullable Environment environment,
            @Nullable String systemSlug,
            @Nullable String search,
            @Nullable Set<AccessStatus> status) {

        static AccessSearch searchOf(@Nullable InstanceFilter filter) {
            return filter == null ? AccessSearch.ANY : filter.asSearch();
        }

        private AccessSearch asSearch() {
            return new AccessSearch(environment, systemSlug, search, status == null ? Set.of() : status);
        }
    }
}
