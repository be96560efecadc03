package io.patchbay.setup.persistence;

import io.patchbay.persistence.Filter;
import io.patchbay.persistence.Listing;
import io.patchbay.persistence.Moments;
import io.patchbay.persistence.SortKey;
import io.patchbay.persistence.VersionedTable;
import io.patchbay.setup.Draft;
import io.patchbay.setup.DraftId;
import io.patchbay.setup.DraftOwner;
import io.patchbay.setup.Drafts;
import io.patchbay.setup.SetupKind;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Order;
import io.patchbay.shared.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcDrafts implements Drafts {

    private static final SortKey TOUCHED =
            SortKey.of(new SortKey.Part("it.touched_at", "%s", moment -> Moments.toColumn(Instant.parse(moment))));

    private final JdbcClient jdbc;
    private final VersionedTable table;
    private final Listing<Draft> list;

    JdbcDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new VersionedTable(jdbc, "draft");
        this.list = Listing.of(jdbc, DraftRow.COLUMNS, "draft", DraftRow::read).by(Map.of(Order.By.CHANGE, TOUCHED));
    }

    @Override
    public Optional<Draft> find(CompanyId company, DraftOwner owner, DraftId id) {
        return list.one(of(company, owner).equal("it.id", id.value()));
    }

    @Override
    public List<Draft> findAll(CompanyId company, DraftOwner owner, Collection<DraftId> ids) {
        var uuids = ids.stream().map(DraftId::value).toList();
        return list.find(of(company, owner).in("it.id", uuids), "it.id", Page.Request.MAX_SIZE);
    }

    @Override
    public List<Draft> of(CompanyId company, DraftOwner owner, Instant touchedAfter, int limit) {
        return list.find(alive(company, owner, null, touchedAfter), "it.touched_at desc, it.id desc", limit);
    }

    @Override
    public Page<Draft> page(
            CompanyId company, DraftOwner owner, @Nullable SetupKind kind, Instant touchedAfter, Page.Request request) {
        return list.page(alive(company, owner, kind, touchedAfter), request);
    }

    @Override
    public Count count(CompanyId company, DraftOwner owner, @Nullable SetupKind kind, Instant touchedAfter) {
        return list.count(alive(company, owner, kind, touchedAfter));
    }

    // Locked, and without those that another node has locked: both destroy drafts every hour, and each one only once.
    @Override
    public List<Draft> untouchedSince(Instant moment, int limit) {
        return jdbc.sql("select " + DraftRow.COLUMNS + " from draft it where it.touched_at <= ?"
                        + " order by it.touched_at limit " + limit + " for update skip locked")
                .param(Moments.toColumn(moment))
                .query(DraftRow::read)
                .list();
    }

    @Override
    public Draft save(Draft draft) {
        return withVersion(draft, table.save(new DraftRow(draft)));
    }

    @Override
    public void remove(Draft draft) {
        table.remove(draft.companyId().value(), draft.id().value(), draft.version());
    }

    private static Filter alive(CompanyId company, DraftOwner owner, @Nullable SetupKind kind, Instant touchedAfter) {
        return of(company, owner)
                .in("it.kind", kind == null ? List.of() : List.of(kind))
                .compare("it.touched_at", ">", Moments.toColumn(touchedAfter));
    }

    private static Filter of(CompanyId company, DraftOwner owner) {
        var all = Filter.of(company.value());
        return switch (owner) {
            case DraftOwner.OfPerson(var id) -> all.equal("it.person_id", id.value());
            case DraftOwner.OfToken(var id) -> all.equal("it.api_token_id", id.value());
        };
    }

    private static Draft withVersion(Draft draft, int version) {
        return new Draft(
                draft.id(),
                version,
                draft.companyId(),
                draft.owner(),
                draft.kind(),
                draft.system(),
                draft.general(),
                draft.timeAndDate(),
                draft.credentials(),
                draft.startedAt(),
                draft.touchedAt());
    }
}
