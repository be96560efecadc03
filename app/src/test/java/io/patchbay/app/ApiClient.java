package io.patchbay.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that talks to Patchbay's GraphQL over HTTP. */
record ApiClient(int port, String token) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    // Escaped, because half a character cannot be sent in UTF-8 but very well so.
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** The whole answer, with whatever errors there are. */
    JsonNode ask(String document, Map<String, ?> variables) {
        return json(post(JSON.writeValueAsString(Map.of("query", document, "variables", variables))));
    }

    JsonNode ask(String document) {
        return ask(document, Map.of());
    }

    /** What was asked for, which must have come without GraphQL errors. */
    JsonNode data(String document, Map<String, ?> variables) {
        var answer = ask(document, variables);
        if (answer.has("errors")) {
            throw new AssertionError("GraphQL errors: " + answer);
        }
        return answer.get("data");
    }

    JsonNode data(String document) {
        return data(document, Map.of());
    }

    /** The payload of a mutation that takes {@code input: <Mutation>Input!}. */
    JsonNode mutate(String mutation, String inputType, Map<String, ?> input, String selection) {
        var document = "mutation($input: %s!) { %s(input: $input) { %s userErrors { __typename code field message } } }"
                .formatted(inputType, mutation, selection);
        return data(document, Map.of("input", input)).get(mutation);
    }

    /** Codes of the user errors of a payload. */
    static List<String> codes(JsonNode payload) {
        return payload.get("userErrors")
                .valueStream()
                .map(error -> error.get("code").asString())
                .toList();
    }

    HttpResponse<String> post(String body) {
        return send(request("/graphql")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** A request with the token, if there is one. */
    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    static String text(Object value) {
        return JSON.writeValueAsString(value);
    }
}
