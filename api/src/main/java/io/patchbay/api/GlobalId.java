package io.patchbay.api;

import java.util.Optional;
import java.util.UUID;

/**
 * The one opaque id of an object, everywhere in the API.
 *
 * @param name the UUID, or a system's slug
 */
public record GlobalId(NodeType type, String name) {

    /** An id that no object has: what malformed ids stand for, so that they are as unknown as any other. */
    private static final UUID NOBODY = new UUID(0, 0);

    /** The id of an object, as clients see it. */
    public static String of(NodeType type, UUID uuid) {
        return Opaque.text(type, uuid);
    }

    /** The id of an object that goes by a name, as clients see it. */
    public static String of(NodeType type, String name) {
        return Opaque.text(new Opaque(type, name).bytes());
    }

    /** Reads an id in exactly the form that {@link #of} gives; empty for anything else. */
    public static Optional<GlobalId> parse(String text) {
        return Opaque.bytes(text).flatMap(Opaque::of).map(found -> new GlobalId(found.type(), found.name()));
    }

    /** The UUID in an id of this type; for any other text, one that no object has. */
    public static UUID uuid(NodeType type, String text) {
        return parse(text).filter(id -> id.type() == type).map(GlobalId::uuid).orElse(NOBODY);
    }

    /** The UUID; of a system, which goes by its slug, one that no object has. */
    public UUID uuid() {
        return type == NodeType.SYSTEM ? NOBODY : UUID.fromString(name);
    }
}
