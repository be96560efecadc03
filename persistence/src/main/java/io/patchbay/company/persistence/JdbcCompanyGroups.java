package io.patchbay.company.persistence;

import io.patchbay.company.CompanyGroup;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.company.CompanyGroups;
import io.patchbay.persistence.Filter;
import io.patchbay.persistence.Listing;
import io.patchbay.persistence.SortKey;
import io.patchbay.persistence.VersionedTable;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Name;
import io.patchbay.shared.Page;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcCompanyGroups implements CompanyGroups {

    private final JdbcClient jdbc;
    private final VersionedTable table;
    private final Listing<CompanyGroup> list;

    JdbcCompanyGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new VersionedTable(jdbc, "company_group");
        this.list = Listing.of(jdbc, CompanyGroupRow.COLUMNS, "company_group", CompanyGroupRow::read)
                .by(SortKey.BY_NAME);
    }

    @Override
    public Optional<CompanyGroup> find(CompanyId company, CompanyGroupId id) {
        return list.one(Filter.of(company.value()).equal("it.id", id.value()));
    }

    @Override
    public List<CompanyGroup> findAll(CompanyId company, Collection<CompanyGroupId> ids) {
        var uuids = ids.stream().map(CompanyGroupId::value).toList();
        return list.find(Filter.of(company.value()).in("it.id", uuids), "it.id", Page.Request.MAX_SIZE);
    }

    @Override
    public Optional<CompanyGroup> lock(CompanyId company, CompanyGroupId id) {
        return jdbc.sql("select " + CompanyGroupRow.COLUMNS
                        + " from company_group it where it.company_id = ? and it.id = ? for update")
                .params(company.value(), id.value())
                .query(CompanyGroupRow::read)
                .optional();
    }

    @Override
    public Optional<CompanyGroup> named(CompanyId company, Name name) {
        // Both sides folded by the database, whose unique index has the last word.
        return jdbc.sql("select " + CompanyGroupRow.COLUMNS
                        + " from company_group it where it.company_id = ? and lower(it.name) = lower(?)")
                .params(company.value(), name.value())
                .query(CompanyGroupRow::read)
                .optional();
    }

    @Override
    public Optional<CompanyGroup> only(CompanyId company) {
        var two = list.find(Filter.of(company.value()), "it.id", 2);
        return two.size() == 1 ? Optional.of(two.getFirst()) : Optional.empty();
    }

    @Override
    public Page<CompanyGroup> page(CompanyId company, @Nullable String search, Page.Request request) {
        return list.page(searched(company, search), request);
    }

    @Override
    public Count count(CompanyId company, @Nullable String search) {
        return list.count(searched(company, search));
    }

    @Override
    public CompanyGroup save(CompanyGroup group) {
        var version = table.save(CompanyGroupRow.of(group));
        return new CompanyGroup(group.id(), version, group.companyId(), group.name(), group.createdAt());
    }

    @Override
    public void remove(CompanyGroup group) {
        table.remove(group.companyId().value(), group.id().value(), group.version());
    }

    private static Filter searched(CompanyId company, @Nullable String search) {
        return Filter.of(company.value()).contains("it.name", search);
    }
}
