package io.patchbay.app;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How much longer others wait while somebody sends malformed requests: a thousand of them within twenty seconds, beside good
 * requests at a steady rate; and how much processor time the server takes for each kind, which other programs on the machine
 * change less. No test, because it takes a quiet machine; {@code bench/run malformed} runs it.
 */
final class Bystanders {

    private static final String GOOD = "{\"query\":\"{ viewer { name } systems(first: 20) { nodes { slug name } } }\"}";
    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final int ROUNDS = 5;
    private static final int GOOD_PER_SECOND = 100;
    private static final int MALFORMED = 1_000;
    private static final int OF_A_KIND = 100;

    private final URI address;
    private final String token;
    private final ProcessHandle server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final MalformedRequests malformed;
    private final AtomicInteger faults = new AtomicInteger();

    private Bystanders(URI address, String token, ProcessHandle server, long seed) {
        this.address = address;
        this.token = token;
        this.server = server;
        this.malformed = new MalformedRequests(new Random(seed), token);
    }

    /**
     * Arguments: the address of the server, an API token, the id of the server's process, and a seed if these requests are to
     * be the same again.
     */
    public static void main(String[] arguments) throws Exception {
        var seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : System.nanoTime();
        System.out.println("seed " + seed);
        var server = ProcessHandle.of(Long.parseLong(arguments[2])).orElseThrow();
        var bystanders = new Bystanders(URI.create(arguments[0]), arguments[1], server, seed);
        bystanders.measure();
        bystanders.costs();
    }

    private void measure() throws Exception {
        latencies(false);
        latencies(true);
        var alone = LongStream.builder();
        var beside = LongStream.builder();
        for (var round = 0; round < ROUNDS; round++) {
            var without = latencies(false);
            var with = latencies(true);
            System.out.printf(
                    "round %d: p99 %.1f ms alone, %.1f ms beside%n",
                    round + 1, milliseconds99(LongStream.of(without)), milliseconds99(LongStream.of(with)));
            LongStream.of(without).forEach(alone);
            LongStream.of(with).forEach(beside);
        }
        var before = milliseconds99(alone.build());
        var then = milliseconds99(beside.build());
        System.out.printf(
                "all rounds: p99 %.1f ms alone, %.1f ms beside %d malformed requests each, %.2f times as long; %d answers of 5xx%n",
                before, then, MALFORMED, then / before, faults.get());
    }

    /** Each request by itself, so that whatever the server does meanwhile is for it. */
    private void costs() throws IOException {
        System.out.println("processor time of the server for one malformed request, and the longest answer:");
        for (var kind : malformed.kinds()) {
            var before = processorTime();
            var longest = 0L;
            for (var number = 0; number < OF_A_KIND; number++) {
                var request = kind.requests().get();
                var start = System.nanoTime();
                send(request);
                longest = Math.max(longest, System.nanoTime() - start);
            }
            System.out.printf(
                    "  %-16s %5.1f ms, %6.1f ms%n",
                    kind.name(), processorTime().minus(before).toNanos() / 1e6 / OF_A_KIND, longest / 1e6);
        }
    }

    private Duration processorTime() {
        return server.info().totalCpuDuration().orElseThrow();
    }

    /** Of good requests, in nanoseconds from the moment each was due. */
    private long[] latencies(boolean withMalformed) throws InterruptedException {
        var latencies = new long[(int) ROUND.toSeconds() * GOOD_PER_SECOND];
        // Made before, and sent from threads of their own: what it takes to make them is not what the server makes
        // others wait.
        var requests = Stream.generate(malformed::next)
                .limit(withMalformed ? MALFORMED : 0)
                .toList();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor();
                var others = Executors.newFixedThreadPool(5)) {
            others.submit(() -> paced(requests.size(), number -> others.submit(() -> send(requests.get(number)))));
            paced(latencies.length, number -> {
                var due = System.nanoTime();
                senders.submit(() -> {
                    ask();
                    latencies[number] = System.nanoTime() - due;
                    return null;
                });
            });
        }
        return latencies;
    }

    private static double milliseconds99(LongStream nanos) {
        var sorted = nanos.sorted().toArray();
        return sorted[sorted.length * 99 / 100] / 1e6;
    }

    /** Does something so many times, spread evenly over a round. */
    private static void paced(int times, IntConsumer action) {
        var start = System.nanoTime();
        for (var number = 0; number < times; number++) {
            var due = start + ROUND.toNanos() * number / times;
            var early = due - System.nanoTime();
            if (early > 0) {
                java.util.concurrent.locks.LockSupport.parkNanos(early);
            }
            action.accept(number);
        }
    }

    private void ask() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve("/graphql"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(GOOD))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("A good request was answered " + answer.statusCode() + " " + answer.body());
        }
    }

    private Object send(MalformedRequests.Request request) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(60));
            try {
                socket.getOutputStream().write(request.bytes());
                socket.shutdownOutput();
            } catch (SocketException refusedBeforeItWasAllSent) {
                // The answer is there all the same.
            }
            var answer = new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (answer.startsWith("HTTP/1.1 5")) {
                faults.incrementAndGet();
            }
            return answer;
        }
    }
}
