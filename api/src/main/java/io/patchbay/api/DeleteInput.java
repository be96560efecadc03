package io.patchbay.api;

import java.util.UUID;

/** What a mutation removes, as it was when it was read. */
public record DeleteInput(String id, int version) {

    /** The UUID in the id, if it is of this type; otherwise one that no object has. */
    public UUID uuid(NodeType type) {
        return GlobalId.uuid(type, id);
    }
}
