package io.patchbay.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that reads GraphQL over server-sent events, each subscription by a request of its own. */
final class EventStreamClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Event END = new Event("end", "");

    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Event> heard = new LinkedBlockingQueue<>();

    /** An event, as the format has it. */
    record Event(String name, String data) {

        JsonNode json() {
            return JSON.readTree(data);
        }
    }

    private EventStreamClient(HttpRequest request) {
        try {
            response = HTTP.send(request, BodyHandlers.ofInputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        if (response.statusCode() == 200) {
            Thread.ofVirtual().start(this::read);
        }
    }

    static EventStreamClient open(HttpRequest.Builder request, String document) {
        return new EventStreamClient(request.header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", document))))
                .build());
    }

    /** Let in by this client's token, and listening already. */
    static EventStreamClient listening(ApiClient program) {
        var client = open(program.request("/graphql"), SocketClient.CHANGES);
        client.requireNews("READ_AGAIN");
        return client;
    }

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** What it answered instead of a stream. */
    JsonNode answer() {
        return JSON.readTree(response.body());
    }

    Event next() {
        try {
            var event = heard.poll(60, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("Nothing was heard");
            }
            return event;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** The next news, which is of this kind. */
    JsonNode requireNews(String news) {
        var event = next();
        var told =
                event.name().equals("next") ? event.json().path("data").path("accessStatusChanged") : JSON.nullNode();
        if (!told.path("news").asString("").equals(news)) {
            throw new AssertionError("Not " + news + ": " + event);
        }
        return told;
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void read() {
        try {
            var lines = new java.io.BufferedReader(
                    new java.io.InputStreamReader(response.body(), java.nio.charset.StandardCharsets.UTF_8));
            var fields = new java.util.LinkedHashMap<String, String>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !fields.isEmpty()) {
                    heard.add(new Event(fields.getOrDefault("event", "message"), fields.getOrDefault("data", "")));
                    fields.clear();
                } else if (!line.isEmpty() && !line.startsWith(":")) {
                    fields.merge(
                            line.replaceFirst(":.*", ""), line.replaceFirst("[^:]*: ?", ""), (a, b) -> a + "\n" + b);
                }
            }
        } catch (IOException cut) {
            // Said by the end that follows.
        } finally {
            heard.add(END);
        }
    }

    boolean ended() {
        for (var event = next(); event != END; event = next()) {}
        return true;
    }

    String pending() {
        return heard.stream().map(Event::data).collect(Collectors.joining("\n"));
    }
}
