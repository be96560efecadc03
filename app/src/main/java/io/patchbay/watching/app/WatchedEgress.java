package io.patchbay.watching.app;

import io.patchbay.connectivity.EgressWatch;
import java.net.URI;

/** A span for each request to another system: its method and its host, and neither its path nor what it carries. */
final class WatchedEgress implements EgressWatch {

    private final Watch watch;

    WatchedEgress(Watch watch) {
        this.watch = watch;
    }

    @Override
    public Leaving leaving(String method, URI address) {
        if (!watch.traces()) {
            return EgressWatch.NONE.leaving(method, address);
        }
        var watched = watch.leaving(method).note("http.request.method", method);
        if (address.getHost() != null) {
            watched.note("server.address", address.getHost());
        }
        return new Leaving() {

            @Override
            public void answered(int status) {
                watched.note("http.response.status_code", Integer.toString(status))
                        .end();
            }

            @Override
            public void failed(String code) {
                watched.failed(code).end();
            }
        };
    }
}
