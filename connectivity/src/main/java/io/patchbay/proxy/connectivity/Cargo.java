package io.patchbay.proxy.connectivity;

import io.patchbay.proxy.ProxyBody;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body on its way. A short one is held whole, so that it can be sent again and signed; any other is read while it is sent.
 *
 * @param whole null: it is read while it is sent, or there is none
 * @param rest null: there is none, or it is held whole
 * @param length of what is read while it is sent; -1: nobody knows
 */
record Cargo(byte @Nullable [] whole, @Nullable InputStream rest, long length) {

    /** Longer ones are not held. */
    static final int SHORT = 64 * 1024;

    private static final Cargo NONE = new Cargo(null, null, 0);

    /** @param signed whether a signature needs all of it, so that it is waited for though nobody knows how long it is */
    static Cargo of(@Nullable ProxyBody body, boolean signed) throws IOException {
        if (body == null) {
            return NONE;
        }
        if (body.length() >= 0 && body.length() <= SHORT) {
            return new Cargo(exactly(body.open(), (int) body.length()), null, 0);
        }
        if (!signed || body.length() > SHORT) {
            return new Cargo(null, body.open(), body.length());
        }
        var begin = body.open().readNBytes(SHORT + 1);
        return begin.length <= SHORT
                ? new Cargo(begin, null, 0)
                : new Cargo(null, new SequenceInputStream(new ByteArrayInputStream(begin), body.open()), -1);
    }

    /** Whether the same can be sent once more. */
    boolean canBeSentAgain() {
        return rest == null;
    }

    private static byte[] exactly(InputStream source, int length) throws IOException {
        var bytes = source.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The body is shorter than was said");
        }
        return bytes;
    }

    @Override
    public String toString() {
        return "Cargo[hidden]";
    }
}
