package io.patchbay.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * How a type and a name within it become bytes: the type's tag, then 16 bytes of UUID, or for a system the letters of its
 * slug.
 */
record Opaque(NodeType type, String name) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,60}");
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** The text of an object that goes by a UUID, as {@link #bytes} has it; the ids of a page are made by the hundred. */
    static String text(NodeType type, UUID uuid) {
        return text(bytes(type, uuid));
    }

    byte[] bytes() {
        return type == NodeType.SYSTEM ? slugBytes() : bytes(type, UUID.fromString(name));
    }

    static Optional<Opaque> of(byte[] bytes) {
        return bytes.length == 0 ? Optional.empty() : NodeType.tagged(bytes[0]).flatMap(type -> of(type, bytes));
    }

    static String text(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /** The bytes of a text, and only of the one text that {@link #text} makes of them. */
    static Optional<byte[]> bytes(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text))
                    .filter(bytes -> text(bytes).equals(text));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private byte[] slugBytes() {
        var slug = name.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(1 + slug.length).put(type.tag()).put(slug).array();
    }

    private static byte[] bytes(NodeType type, UUID uuid) {
        return ByteBuffer.allocate(17)
                .put(type.tag())
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    private static Optional<Opaque> of(NodeType type, byte[] bytes) {
        if (type == NodeType.SYSTEM) {
            var slug = new String(bytes, 1, bytes.length - 1, StandardCharsets.ISO_8859_1);
            return SLUG.matcher(slug).matches() ? Optional.of(new Opaque(type, slug)) : Optional.empty();
        }
        if (bytes.length != 17) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(bytes, 1, 16);
        return Optional.of(new Opaque(type, new UUID(buffer.getLong(), buffer.getLong()).toString()));
    }
}
