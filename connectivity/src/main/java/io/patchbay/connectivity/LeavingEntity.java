package io.patchbay.connectivity;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** A body that tells when it is about to leave. */
final class LeavingEntity extends HttpEntityWrapper {

    private final Runnable leaving;

    LeavingEntity(byte[] body, Runnable leaving) {
        super(new ByteArrayEntity(body, null));
        this.leaving = leaving;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        leaving.run();
        super.writeTo(out);
    }
}
