package io.patchbay.connector.api;

import io.patchbay.access.AccessId;
import io.patchbay.api.AccessOrder;
import io.patchbay.api.Connection;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeSource;
import io.patchbay.api.NodeType;
import io.patchbay.api.PageArguments;
import io.patchbay.connector.ConnectorSummary;
import io.patchbay.connector.Connectors;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.CompanyId;
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
class ConnectorController implements NodeSource {

    private final Connectors connectors;
    private final CurrentViewer currentViewer;

    ConnectorController(Connectors connectors, CurrentViewer currentViewer) {
        this.connectors = connectors;
        this.currentViewer = currentViewer;
    }

    @QueryMapping
    @Nullable
    ConnectorSummary connector(@Argument String id) {
        return find(GlobalId.uuid(NodeType.CONNECTOR, id)).orElse(null);
    }

    @QueryMapping
    Connection<ConnectorSummary> connectors(
            @Arguments PageArguments page,
            @Argument @Nullable ConnectorFilter filter,
            @Argument @Nullable AccessOrder orderBy) {
        var search = ConnectorFilter.searchOf(filter);
        var order = AccessOrder.of(orderBy);
        return Connection.of(
                NodeType.CONNECTOR,
                order,
                connectors.page(company(), search, page.request(NodeType.CONNECTOR, order)),
                (summary, by) -> summary.connector().access().place(by),
                () -> connectors.count(company(), search));
    }

    @Override
    public NodeType type() {
        return NodeType.CONNECTOR;
    }

    @Override
    public Optional<ConnectorSummary> find(GlobalId id) {
        return find(id.uuid());
    }

    @Override
    public Map<GlobalId, ?> findAll(Set<GlobalId> ids) {
        return connectors
                .findAll(
                        company(),
                        ids.stream().map(id -> new AccessId(id.uuid())).toList())
                .stream()
                .collect(Collectors.toMap(
                        it -> new GlobalId(
                                NodeType.CONNECTOR, it.connector().id().value().toString()),
                        Function.identity()));
    }

    private Optional<ConnectorSummary> find(UUID id) {
        return connectors.findWithGroup(company(), new AccessId(id));
    }

    private CompanyId company() {
        return currentViewer.viewer().companyId();
    }
}
