package io.patchbay.watching.app;

import io.patchbay.access.Checks;
import io.patchbay.proxy.Forwarder;
import io.patchbay.proxy.HeaderLine;
import io.patchbay.system.AuthenticationMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests of programs that are watched until their answer begins; how long the rest takes is up to the program. Their bytes
 * are counted while they pass.
 */
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
        var system = question.system().id().slug();
        var traffic = watch.traffic(system);
        var watched = watch.begin(Timed.PROXY, "proxy", name -> header(call.headers(), name))
                .label("system", system)
                .note("http.request.method", call.method());
        try (var _ = watched.scope()) {
            var came = forwarder.forward(question, counted(call, traffic));
            switch (came) {
                case Forwarded.Answering answering ->
                    watched.label("status", answering.status() / 100 + "xx")
                            .note("http.response.status_code", Integer.toString(answering.status()));
                case Forwarded.Failed failed ->
                    watched.label("status", "failed")
                            .failed(failed.problem().code().name());
                case Forwarded.Abandoned _ -> watched.label("status", "abandoned");
            }
            return came instanceof Forwarded.Answering answering
                    ? answering.with(traffic.down(answering.body()))
                    : came;
        } finally {
            watched.end();
        }
    }

    private static @Nullable String header(List<HeaderLine> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(HeaderLine::value)
                .findFirst()
                .orElse(null);
    }

    private static Call counted(Call call, Traffic traffic) {
        var body = call.body();
        return body == null ? call : call.with(traffic.up(body));
    }
}
