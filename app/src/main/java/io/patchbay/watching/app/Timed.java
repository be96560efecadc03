package io.patchbay.watching.app;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What is counted and timed, under names and labels that stay as they are (docs/operate.md). Every label has few values: a
 * system's slug or a field of the schema, but never what clients choose and never an id.
 */
public enum Timed {
    GRAPHQL(
            "patchbay.graphql.requests",
            "GraphQL operations, from the parsing to the answer; of subscriptions the beginning",
            List.of("kind", "field", "outcome"),
            5,
            10,
            25,
            50,
            100,
            250,
            500,
            1_000,
            2_500,
            10_000),
    CHECKS(
            "patchbay.checks",
            "Checks of credentials, with the tokens that they needed",
            List.of("system", "status", "reason"),
            100,
            250,
            500,
            1_000,
            2_500,
            5_000,
            10_000),
    TOKENS(
            "patchbay.token.requests",
            "Requests to vendors for tokens",
            List.of("system", "outcome"),
            100,
            250,
            500,
            1_000,
            2_500,
            5_000,
            10_000),
    PROXY(
            "patchbay.proxy.requests",
            "Requests of programs through the proxy, until the system's answer begins",
            List.of("system", "status"),
            10,
            50,
            100,
            250,
            500,
            1_000,
            5_000,
            30_000),
    LIMITS(
            "patchbay.limit.waits",
            "How long requests to systems waited for their turn; outcome vendor: the vendor asked for patience",
            List.of("priority", "outcome"),
            1,
            100,
            500,
            1_000,
            5_000,
            30_000),
    HTTP(
            "patchbay.http.requests",
            "HTTP requests by what they were for; without those that stay open",
            List.of("area", "status"),
            10,
            50,
            100,
            500,
            1_000,
            5_000);

    private final String meter;
    private final String description;
    private final List<String> labels;
    private final Duration[] buckets;

    Timed(String meter, String description, List<String> labels, long... bucketsInMilliseconds) {
        this.meter = meter;
        this.description = description;
        this.labels = labels;
        this.buckets = LongStream.of(bucketsInMilliseconds)
                .mapToObj(Duration::ofMillis)
                .toArray(Duration[]::new);
    }

    String meter() {
        return meter;
    }

    String description() {
        return description;
    }

    /** In the order in which their values are kept. */
    List<String> labels() {
        return labels;
    }

    Duration[] buckets() {
        return buckets.clone();
    }
}
