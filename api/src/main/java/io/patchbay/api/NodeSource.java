package io.patchbay.api;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the objects of one type for {@code node(id:)} and {@code nodes(ids:)}, among those that the viewer may see. */
public interface NodeSource {

    /** What is found here. */
    NodeType type();

    /** The object of this id, whose type is {@link #type()}. */
    Optional<?> find(GlobalId id);

    /** Those of these ids, all of {@link #type()}, that there are. However many: in one statement, if in any. */
    Map<GlobalId, ?> findAll(Set<GlobalId> ids);
}
