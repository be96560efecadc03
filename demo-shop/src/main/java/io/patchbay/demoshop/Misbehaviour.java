package io.patchbay.demoshop;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Spoils the answers to programs, tokens included, for as long as somebody wants to see what that does. */
final class Misbehaviour implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    /** Longer than Patchbay's check waits. */
    static final Duration DELAY = Duration.ofSeconds(15);

    static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    /** More than signed requests are forgiven. */
    static final Duration AHEAD = Duration.ofMinutes(10);

    private final DemoShop.Pause pause;
    private final ShopClock clock;
    private volatile Behaviour now = Behaviour.WELL;

    Misbehaviour(DemoShop.Pause pause, ShopClock clock) {
        this.pause = pause;
        this.clock = clock;
    }

    Behaviour now() {
        return now;
    }

    void become(Behaviour behaviour) {
        now = behaviour;
        clock.putForward(behaviour == Behaviour.EARLY ? AHEAD : Duration.ZERO);
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        return switch (now) {
            case WELL -> next.handle(request);
            case SLOW -> {
                pause.last(DELAY);
                yield next.handle(request);
            }
            case BROKEN ->
                Problem.answer(HttpStatus.INTERNAL_SERVER_ERROR, "broken", "The shop is switched to answer 500");
            case BUSY ->
                ServerResponse.status(HttpStatus.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(RETRY_AFTER.toSeconds()))
                        .body(new Problem("busy", "The shop is switched to answer 429"));
            case BUSY_SILENTLY ->
                Problem.answer(HttpStatus.TOO_MANY_REQUESTS, "busy", "The shop is switched to answer 429");
            case ASTRAY -> ServerResponse.ok().contentType(MediaType.TEXT_HTML).body("<h1>Please log in</h1>");
            case EARLY -> new Dated(next.handle(request), clock.instant());
        };
    }
}
