package io.patchbay.setup;

import io.patchbay.access.InMemoryAccess;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.InMemoryPages;
import io.patchbay.shared.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Drafts in memory. */
public class InMemoryDrafts implements Drafts {

    private final Map<DraftId, Draft> saved = new HashMap<>();

    @Override
    public Optional<Draft> find(CompanyId company, DraftOwner owner, DraftId id) {
        return Optional.ofNullable(saved.get(id)).filter(draft -> belongs(draft, company, owner));
    }

    @Override
    public List<Draft> findAll(CompanyId company, DraftOwner owner, Collection<DraftId> ids) {
        return ids.stream().flatMap(id -> find(company, owner, id).stream()).toList();
    }

    @Override
    public List<Draft> of(CompanyId company, DraftOwner owner, Instant touchedAfter, int limit) {
        return saved.values().stream()
                .filter(draft -> belongs(draft, company, owner))
                .filter(draft -> draft.touchedAt().isAfter(touchedAfter))
                .sorted(Comparator.comparing(Draft::touchedAt).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Page<Draft> page(
            CompanyId company, DraftOwner owner, @Nullable SetupKind kind, Instant touchedAfter, Page.Request request) {
        return InMemoryPages.page(alive(company, owner, kind, touchedAfter).toList(), Draft::place, request);
    }

    @Override
    public Count count(CompanyId company, DraftOwner owner, @Nullable SetupKind kind, Instant touchedAfter) {
        return Count.of((int) alive(company, owner, kind, touchedAfter).count());
    }

    private Stream<Draft> alive(CompanyId company, DraftOwner owner, @Nullable SetupKind kind, Instant touchedAfter) {
        return saved.values().stream()
                .filter(draft -> belongs(draft, company, owner) && (kind == null || draft.kind() == kind))
                .filter(draft -> draft.touchedAt().isAfter(touchedAfter));
    }

    @Override
    public List<Draft> untouchedSince(Instant moment, int limit) {
        return saved.values().stream()
                .filter(draft -> !draft.touchedAt().isAfter(moment))
                .limit(limit)
                .toList();
    }

    @Override
    public Draft save(Draft draft) {
        var before = saved.get(draft.id());
        InMemoryAccess.refuseStale(before == null ? 0 : before.version(), draft.version());
        var stored = new Draft(
                draft.id(),
                draft.version() + 1,
                draft.companyId(),
                draft.owner(),
                draft.kind(),
                draft.system(),
                draft.general(),
                draft.timeAndDate(),
                draft.credentials(),
                draft.startedAt(),
                draft.touchedAt());
        saved.put(stored.id(), stored);
        return stored;
    }

    @Override
    public void remove(Draft draft) {
        saved.remove(draft.id());
    }

    private static boolean belongs(Draft draft, CompanyId company, DraftOwner owner) {
        return draft.companyId().equals(company) && draft.owner().equals(owner);
    }
}
