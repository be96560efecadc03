package io.patchbay.watching.app;

import io.patchbay.token.TokenExchange;
import java.time.Duration;

/** Requests for tokens that are watched. */
final class WatchedTokenExchange implements TokenExchange {

    private final TokenExchange exchange;
    private final Watch watch;

    WatchedTokenExchange(TokenExchange exchange, Watch watch) {
        this.exchange = exchange;
        this.watch = watch;
    }

    @Override
    public Answer ask(Request request, Duration longest) {
        var watched = watch.begin(Timed.TOKENS, "token")
                .label("system", request.system().id().slug());
        try (var _ = watched.scope()) {
            var answer = exchange.ask(request, longest);
            switch (answer) {
                case Answer.Issued _ -> watched.label("outcome", "ISSUED");
                case Answer.Failed failed ->
                    watched.label("outcome", failed.trouble().name())
                            .failed(failed.trouble().name());
            }
            return answer;
        } finally {
            watched.end();
        }
    }
}
