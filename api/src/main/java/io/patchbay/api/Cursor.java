package io.patchbay.api;

import io.patchbay.shared.Order;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A place in the list of one type in one order: just before or after the item of this name. Carries a checksum, so that a
 * mangled one is refused and not taken for another place.
 *
 * @param key what the list goes by, as it was at this place; empty where it goes by birth
 */
record Cursor(NodeType list, Order order, String name, String key) {

    private static final int CHECKSUM = Integer.BYTES;
    private static final int ORDER_AND_LENGTH = 1 + Short.BYTES;

    String text() {
        var place = place();
        return Opaque.text(ByteBuffer.allocate(place.length + CHECKSUM)
                .put(place)
                .putInt(checksum(place))
                .array());
    }

    /** Reads a cursor of this list, in whatever order, in exactly the form that {@link #text} gives; else empty. */
    static Optional<Cursor> parse(NodeType list, String text) {
        return Opaque.bytes(text)
                .filter(Cursor::intact)
                .flatMap(bytes -> read(ByteBuffer.wrap(bytes, 0, bytes.length - CHECKSUM)))
                .filter(cursor -> cursor.list == list && cursor.text().equals(text));
    }

    private byte[] place() {
        var item = new Opaque(list, name).bytes();
        var keyBytes = key.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(ORDER_AND_LENGTH + keyBytes.length + item.length)
                .put((byte) (order.by().ordinal() * 2 + (order.descending() ? 1 : 0)))
                .putShort((short) keyBytes.length)
                .put(keyBytes)
                .put(item)
                .array();
    }

    private static Optional<Cursor> read(ByteBuffer place) {
        if (place.remaining() < ORDER_AND_LENGTH) {
            return Optional.empty();
        }
        var code = place.get();
        var length = place.getShort();
        if (code < 0 || code / 2 >= Order.By.values().length || length < 0 || length > place.remaining()) {
            return Optional.empty();
        }
        var order = new Order(Order.By.values()[code / 2], code % 2 == 1);
        var key = new String(take(place, length), StandardCharsets.UTF_8);
        return Opaque.of(take(place, place.remaining())).map(item -> new Cursor(item.type(), order, item.name(), key));
    }

    private static byte[] take(ByteBuffer from, int length) {
        var bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    private static boolean intact(byte[] bytes) {
        var place = Arrays.copyOf(bytes, Math.max(0, bytes.length - CHECKSUM));
        return place.length > 0 && checksum(place) == ByteBuffer.wrap(bytes).getInt(place.length);
    }

    // Mixed with a constant, so that an object's id with zeros at its end is no cursor.
    private static int checksum(byte[] place) {
        var crc = new CRC32();
        crc.update("cursor".getBytes(StandardCharsets.US_ASCII));
        crc.update(place);
        return (int) crc.getValue();
    }
}
