package io.patchbay.app;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that speaks graphql-transport-ws. */
final class SocketClient implements AutoCloseable {

    static final String CHANGES =
            "subscription { accessStatusChanged { news accessId access { id name status lastCheck { status } } } }";

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int PATIENCE_SECONDS = 60;

    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Closing> closing = new CompletableFuture<>();
    private final WebSocket socket;

    /** How the server ended it. */
    record Closing(int code, String reason) {}

    private SocketClient(int port, String protocol, Map<String, String> headers) {
        var builder = HTTP.newWebSocketBuilder().subprotocols(protocol);
        headers.forEach(builder::header);
        socket = builder.buildAsync(URI.create("ws://localhost:" + port + "/graphql"), new Ears())
                .join();
    }

    static SocketClient open(int port, Map<String, String> headers) {
        return open(port, "graphql-transport-ws", headers);
    }

    static SocketClient open(int port, String protocol, Map<String, String> headers) {
        return new SocketClient(port, protocol, headers);
    }

    /** The status with which the server answers instead of opening a socket. */
    static int refusal(int port, Map<String, String> headers) {
        try (var opened = open(port, headers)) {
            throw new AssertionError("Opened " + opened);
        } catch (CompletionException failed) {
            return ((WebSocketHandshakeException) failed.getCause())
                    .getResponse()
                    .statusCode();
        }
    }

    /** Let in by this token, and listening already. */
    static SocketClient listening(int port, String token) {
        var client = open(port, Map.of()).init(Map.of("Authorization", "Bearer " + token));
        client.subscribe("1", CHANGES);
        client.requireNews("READ_AGAIN");
        return client;
    }

    /** Introduces itself and is let in. */
    SocketClient init(Map<String, ?> payload) {
        send(Map.of("type", "connection_init", "payload", payload));
        var answer = next();
        if (!answer.path("type").asString().equals("connection_ack")) {
            throw new AssertionError("Not let in: " + answer);
        }
        return this;
    }

    SocketClient send(Map<String, ?> message) {
        return send(JSON.writeValueAsString(message));
    }

    SocketClient send(String message) {
        socket.sendText(message, true).join();
        return this;
    }

    SocketClient subscribe(String id, String document) {
        return subscribe(id, document, Map.of());
    }

    SocketClient subscribe(String id, String document, Map<String, ?> variables) {
        return send(Map.of(
                "id",
                id,
                "type",
                "subscribe",
                "payload",
                Map.of("query", document, "variables", new HashMap<>(variables))));
    }

    /** The next message that is no ping. */
    JsonNode next() {
        try {
            var message = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("Nothing was heard; closed: " + closing.getNow(null));
            }
            return message;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** The next news, which is of this kind. */
    JsonNode requireNews(String news) {
        var told = next().path("payload").path("data").path("accessStatusChanged");
        if (!told.path("news").asString("").equals(news)) {
            throw new AssertionError("Not " + news + ": " + told);
        }
        return told;
    }

    boolean closedYet() {
        return closing.isDone();
    }

    /** Whether the server lets it in; where not, it closes. */
    boolean acknowledged() {
        closing.thenRun(() -> heard.add(JSON.createObjectNode().put("type", "closed")));
        return next().path("type").asString().equals("connection_ack");
    }

    boolean silent() {
        return heard.isEmpty();
    }

    Closing closed() {
        return closing.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
    }

    /** Goes away without a word. */
    void vanish() {
        socket.abort();
    }

    private final class Ears implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                var message = JSON.readTree(text.toString());
                text.setLength(0);
                if (message.path("type").asString().equals("ping")) {
                    from.sendText("{\"type\":\"pong\"}", true);
                } else {
                    heard.add(message);
                }
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closing.complete(new Closing(code, reason));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            closing.completeExceptionally(failure);
        }
    }
}
