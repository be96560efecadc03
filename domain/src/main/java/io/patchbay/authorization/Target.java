package io.patchbay.authorization;

import io.patchbay.access.AccessId;
import io.patchbay.setup.DraftId;

/** What gets connected. */
public sealed interface Target {

    /** A connector or an instance that is yet to be made of this draft. */
    record OfDraft(DraftId id) implements Target {}

    /** A connector that is connected again. */
    record OfConnector(AccessId id) implements Target {}

    /** An instance that is connected again. */
    record OfInstance(AccessId id) implements Target {}
}
