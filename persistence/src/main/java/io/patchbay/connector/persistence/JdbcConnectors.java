package io.patchbay.connector.persistence;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessKind;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.persistence.SystemAccessTable;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.connector.Connector;
import io.patchbay.connector.ConnectorSearch;
import io.patchbay.connector.ConnectorSummary;
import io.patchbay.connector.Connectors;
import io.patchbay.connector.Placement;
import io.patchbay.persistence.Filter;
import io.patchbay.persistence.Listing;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcConnectors implements Connectors {

    private final SystemAccessTable table;
    private final Listing<Connector> connectors;
    private final Listing<ConnectorSummary> summaries;

    JdbcConnectors(JdbcClient jdbc) {
        this.table = new SystemAccessTable(jdbc, AccessKind.CONNECTOR);
        this.connectors = Listing.of(jdbc, ConnectorRow.COLUMNS, SystemAccessTable.NAME, ConnectorRow::read);
        this.summaries = new Listing<>(
                jdbc,
                ConnectorRow.SUMMARY_COLUMNS,
                SystemAccessTable.NAME,
                ConnectorRow.SUMMARY_JOIN,
                ConnectorRow::readSummary,
                SystemAccessTable.KEYS);
    }

    @Override
    public Optional<Connector> find(CompanyId company, AccessId id) {
        return connectors.one(table.of(company).equal("it.id", id.value()));
    }

    @Override
    public Optional<ConnectorSummary> findWithGroup(CompanyId company, AccessId id) {
        return summaries.one(table.of(company).equal("it.id", id.value()));
    }

    @Override
    public List<ConnectorSummary> findAll(CompanyId company, Collection<AccessId> ids) {
        var uuids = ids.stream().map(AccessId::value).toList();
        return summaries.find(table.of(company).in("it.id", uuids), "it.id", Page.Request.MAX_SIZE);
    }

    @Override
    public Optional<Connector> at(CompanyId company, Placement placement) {
        return connectors.one(inGroup(company, placement.group())
                .equal("it.system_slug", placement.system().slug())
                .equal("it.environment", placement.environment().name()));
    }

    @Override
    public List<Connector> inGroup(CompanyId company, CompanyGroupId group, int limit) {
        return connectors.find(inGroup(company, group), "it.id", limit);
    }

    @Override
    public Connector save(Connector connector) {
        return connector.with(table.save(connector.access(), ConnectorRow.own(connector)));
    }

    @Override
    public void remove(Connector connector) {
        table.remove(connector.access());
    }

    @Override
    public Page<ConnectorSummary> page(CompanyId company, ConnectorSearch search, Page.Request request) {
        return summaries.page(matching(company, search), request);
    }

    @Override
    public Count count(CompanyId company, ConnectorSearch search) {
        return connectors.count(matching(company, search));
    }

    @Override
    public Map<AccessStatus, Count> countByStatus(CompanyId company) {
        return table.countByStatus(company);
    }

    private Filter inGroup(CompanyId company, CompanyGroupId group) {
        return table.of(company).equal("it.company_group_id", group.value());
    }

    private Filter matching(CompanyId company, ConnectorSearch search) {
        var group = search.group();
        return table.matching(company, search.access())
                .equal("it.company_group_id", group == null ? null : group.value());
    }
}
