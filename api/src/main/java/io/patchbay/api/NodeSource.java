package io.patchbay.api;

import java.util.Optional;

/** Finds the objects of one type for {@code node(id:)}, among those that the viewer may see. */
public interface NodeSource {

    /** What is found here. */
    NodeType type();

    /** The object of this id, whose type is {@link #type()}. */
    Optional<?> find(GlobalId id);
}
