package io.patchbay.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A place in the list of one type: just before or after the item of this name. Carries a checksum, so that a mangled one is
 * refused and not taken for another place.
 */
record Cursor(NodeType list, String name) {

    private static final int CHECKSUM = Integer.BYTES;

    String text() {
        var place = new Opaque(list, name).bytes();
        return Opaque.text(ByteBuffer.allocate(place.length + CHECKSUM)
                .put(place)
                .putInt(checksum(place))
                .array());
    }

    /** Reads a cursor of this list in exactly the form that {@link #text} gives; empty for anything else. */
    static Optional<Cursor> parse(NodeType list, String text) {
        return Opaque.bytes(text)
                .filter(Cursor::intact)
                .flatMap(bytes -> Opaque.of(place(bytes)))
                .filter(place -> place.type() == list)
                .map(place -> new Cursor(list, place.name()));
    }

    private static boolean intact(byte[] bytes) {
        return bytes.length > CHECKSUM
                && checksum(place(bytes)) == ByteBuffer.wrap(bytes).getInt(bytes.length - CHECKSUM);
    }

    private static byte[] place(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length - CHECKSUM);
    }

    // Mixed with a constant, so that an object's id with zeros at its end is no cursor.
    private static int checksum(byte[] place) {
        var crc = new CRC32();
        crc.update("cursor".getBytes(StandardCharsets.US_ASCII));
        crc.update(place);
        return (int) crc.getValue();
    }
}
