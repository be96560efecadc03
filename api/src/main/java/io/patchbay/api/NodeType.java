package io.patchbay.api;

import java.util.Arrays;
import java.util.Optional;

/** What an opaque id or cursor is about. Its tag is the first byte of both, so it never changes. */
public enum NodeType {
    COMPANY(1),
    COMPANY_GROUP(2),
    SYSTEM(3),
    CONNECTOR(4),
    INSTANCE(5),
    API_TOKEN(6),
    VIEWER(7),
    DRAFT(8),
    /** Of no object: what needs attention is a connector or an instance. Cursors of that list have it. */
    CONCERN(9),
    /** Of no object either: cursors of what checks found have it. */
    CHECK(10),
    /** Of no object either. Cursors of the list of what expires have it. */
    EXPIRING(11);

    private final byte tag;

    NodeType(int tag) {
        this.tag = (byte) tag;
    }

    byte tag() {
        return tag;
    }

    static Optional<NodeType> tagged(byte tag) {
        return Arrays.stream(values()).filter(type -> type.tag == tag).findFirst();
    }
}
