package io.patchbay.live.api;

import graphql.ExecutionResult;
import io.patchbay.api.ErrorCode;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.identity.Viewer;
import io.patchbay.shared.RequestId;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webmvc.GraphQlSseHandler;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Subscriptions over HTTP: GraphQL over server-sent events, one stream for each. Spring's own handler would write heartbeats
 * on threads that everybody shares, answer a wrong document with another complaint, and not tell when a token is revoked.
 */
@Component
class EventStreams extends GraphQlSseHandler {

    private static final Duration NEVER = Duration.ZERO;

    private final LiveConnections connections;
    private final CurrentViewer currentViewer;

    EventStreams(WebGraphQlHandler handler, LiveConnections connections, CurrentViewer currentViewer) {
        super(handler);
        this.connections = connections;
        this.currentViewer = currentViewer;
    }

    @Override
    protected ServerResponse prepareResponse(ServerRequest request, Mono<WebGraphQlResponse> response) {
        var viewer = currentViewer.viewer();
        var session = request.servletRequest().getSession(false);
        var stream = new EventStream(loggedIn(viewer, session));
        return switch (connections.open(viewer, stream)) {
            case Entry.Full full -> tooMany(full);
            case Entry.Open(var place) ->
                stream.holding(place).answering(response.flatMapMany(EventStreams::results), NEVER);
        };
    }

    /** What a session's end means to a program is nothing. */
    private static @Nullable HttpSession loggedIn(Viewer viewer, @Nullable HttpSession session) {
        return viewer instanceof Viewer.SignedIn ? session : null;
    }

    private static Flux<Map<String, Object>> results(WebGraphQlResponse response) {
        return response.getData() instanceof Publisher<?> events
                ? Flux.from(events).map(event -> ((ExecutionResult) event).toSpecification())
                : Flux.just(response.toMap());
    }

    private static ServerResponse tooMany(Entry.Full full) {
        return ServerResponse.status(HttpStatus.TOO_MANY_REQUESTS)
                .contentType(MediaType.APPLICATION_JSON)
                // Kept for a next request, each of those that were turned away would still take a place.
                .header(HttpHeaders.CONNECTION, "close")
                .body(Map.of(
                        "errors",
                        List.of(Map.of(
                                "message",
                                full.sentence(),
                                "extensions",
                                Map.of(
                                        "code",
                                        ErrorCode.TOO_MANY_CONNECTIONS,
                                        "limit",
                                        full.limit(),
                                        "used",
                                        full.limit(),
                                        "requestId",
                                        RequestId.currentOrOwn().value())))));
    }
}
