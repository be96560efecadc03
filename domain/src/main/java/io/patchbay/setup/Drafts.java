package io.patchbay.setup;

import io.patchbay.shared.CompanyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The unfinished wizards. */
public interface Drafts {

    /** The owner's draft of this id; those of others are not found. */
    Optional<Draft> find(CompanyId company, DraftOwner owner, DraftId id);

    /** At most {@code limit} of the owner's drafts that were touched after a moment, the last touched first. */
    List<Draft> of(CompanyId company, DraftOwner owner, Instant touchedAfter, int limit);

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
