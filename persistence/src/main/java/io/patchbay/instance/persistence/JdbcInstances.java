package io.patchbay.instance.persistence;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessKind;
import io.patchbay.access.AccessSearch;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.persistence.SystemAccessTable;
import io.patchbay.instance.Instance;
import io.patchbay.instance.Instances;
import io.patchbay.persistence.Listing;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Page;
import io.patchbay.system.SystemId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcInstances implements Instances {

    private final SystemAccessTable table;
    private final Listing<Instance> list;

    JdbcInstances(JdbcClient jdbc) {
        this.table = new SystemAccessTable(jdbc, AccessKind.INSTANCE);
        this.list = Listing.of(jdbc, InstanceRow.COLUMNS, SystemAccessTable.NAME, InstanceRow::read)
                .by(SystemAccessTable.KEYS);
    }

    @Override
    public Optional<Instance> find(CompanyId company, AccessId id) {
        return list.one(table.of(company).equal("it.id", id.value()));
    }

    @Override
    public List<Instance> findAll(CompanyId company, Collection<AccessId> ids) {
        var uuids = ids.stream().map(AccessId::value).toList();
        return list.find(table.of(company).in("it.id", uuids), "it.id", Page.Request.MAX_SIZE);
    }

    @Override
    public List<Instance> ofSystem(CompanyId company, SystemId system, int limit) {
        return list.find(table.of(company).equal("it.system_slug", system.slug()), "it.id", limit);
    }

    @Override
    public Instance save(Instance instance) {
        return instance.with(table.save(instance.access(), InstanceRow.own(instance)));
    }

    @Override
    public void remove(Instance instance) {
        table.remove(instance.access());
    }

    @Override
    public Page<Instance> page(CompanyId company, AccessSearch search, Page.Request request) {
        return list.page(table.matching(company, search), request);
    }

    @Override
    public Count count(CompanyId company, AccessSearch search) {
        return list.count(table.matching(company, search));
    }

    @Override
    public Map<AccessStatus, Count> countByStatus(CompanyId company) {
        return table.countByStatus(company);
    }
}
