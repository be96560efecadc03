package io.patchbay.watching.app;

import io.patchbay.access.Checks;
import io.patchbay.proxy.Forwarder;
import io.patchbay.system.AuthenticationMethod;

/** Requests of programs that are watched until their answer begins; how long the rest takes is up to the program. */
final class WatchedForwarder implements Forwarder {

    private final Forwarder forwarder;
    private final Watch watch;

    WatchedForwarder(Forwarder forwarder, Watch watch) {
        this.forwarder = forwarder;
        this.watch = watch;
    }

    @Override
    public boolean supports(AuthenticationMethod method) {
        return forwarder.supports(method);
    }

    @Override
    public Forwarded forward(Checks.Question question, Call call) {
        var watched = watch.begin(Timed.PROXY, "proxy")
                .label("system", question.system().id().slug())
                .note("http.request.method", call.method());
        try (var _ = watched.scope()) {
            var came = forwarder.forward(question, call);
            switch (came) {
                case Forwarded.Answering answering ->
                    watched.label("status", answering.status() / 100 + "xx")
                            .note("http.response.status_code", Integer.toString(answering.status()));
                case Forwarded.Failed failed ->
                    watched.label("status", "failed")
                            .failed(failed.problem().code().name());
                case Forwarded.Abandoned _ -> watched.label("status", "abandoned");
            }
            return came;
        } finally {
            watched.end();
        }
    }
}
