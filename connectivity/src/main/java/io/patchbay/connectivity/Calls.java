package io.patchbay.connectivity;

import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.jspecify.annotations.Nullable;

/** The call that is under way, so that another thread can stop it and whatever would follow. */
final class Calls {

    private final Runnable leaving;
    private @Nullable HttpUriRequestBase current;
    private boolean stopped;

    /** @param leaving called before the first byte of a body leaves */
    Calls(Runnable leaving) {
        this.leaving = leaving;
    }

    void leave() {
        leaving.run();
    }

    synchronized void add(HttpUriRequestBase call) throws IOException {
        if (stopped) {
            throw new IOException("Stopped");
        }
        current = call;
    }

    synchronized void stop() {
        stopped = true;
        if (current != null) {
            current.cancel();
        }
    }
}
