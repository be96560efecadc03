package io.patchbay.setup;

import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The unfinished wizards. */
public interface Drafts {

    /** The owner's draft of this id; those of others are not found. */
    Optional<Draft> find(CompanyId company, DraftOwner owner, DraftId id);

    /** Those of these drafts that are the owner's, in no particular order and in one statement. */
    List<Draft> findAll(CompanyId company, DraftOwner owner, Collection<DraftId> ids);

    /** At most {@code limit} of the owner's drafts that were touched after a moment, the last touched first. */
    List<Draft> of(CompanyId company, DraftOwner owner, Instant touchedAfter, int limit);

    /** Those of the owner's drafts that were touched after a moment, of one kind or of both; by birth or by change. */
    Page<Draft> page(
            CompanyId company, DraftOwner owner, @Nullable SetupKind kind, Instant touchedAfter, Page.Request request);

    /** How many drafts {@link #page} leads through. */
    Count count(CompanyId company, DraftOwner owner, @Nullable SetupKind kind, Instant touchedAfter);

    /** At most {@code limit} drafts of anybody that were not touched since, kept from others until this transaction ends. */
    List<Draft> untouchedSince(Instant moment, int limit);

    /**
     * Returns the draft as it is now stored, with its new version.
     *
     * @throws io.patchbay.shared.Contended where it changed meanwhile
     */
    Draft save(Draft draft);

    /** Removes it; its secrets are the caller's business, because creation moves them. */
    void remove(Draft draft);
}
