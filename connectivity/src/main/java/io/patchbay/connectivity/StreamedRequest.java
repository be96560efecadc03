package io.patchbay.connectivity;

import java.io.InputStream;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body may be long, and whose answer is read while it comes in.
 *
 * @param head everything but a body that is read only once; a body in there can be sent again
 * @param body read while it is sent; null: there is none, or it is in the head
 * @param length of the body that is read; -1: nobody knows
 * @param whose connections are kept for one owner and never used for another
 * @param abandoned whether nobody waits any more; asked now and then, from another thread
 */
public record StreamedRequest(
        OutgoingRequest head, @Nullable InputStream body, long length, Object whose, BooleanSupplier abandoned) {

    @Override
    public String toString() {
        return "Streamed" + head;
    }
}
