package io.patchbay.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A vendor of many accounts, one below each path, who lets everybody in and counts how often each was asked for. */
final class CountingVendor implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final AtomicInteger traced = new AtomicInteger();
    private final List<String> parents = new CopyOnWriteArrayList<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    CountingVendor() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address(int account) {
        return "http://localhost:" + server.getAddress().getPort() + "/" + account;
    }

    /** How many accounts were asked for. */
    int seen() {
        return asked.size();
    }

    /** How often the account was asked for that was asked for most. */
    int mostOften() {
        return asked.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** How many requests told of a trace. */
    int traceHeaders() {
        return traced.get();
    }

    /** What those said it was who told. */
    List<String> parents() {
        return List.copyOf(parents);
    }

    /** From now on nobody gets an answer. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    int waiting() {
        return waiting.get();
    }

    void release() {
        gate.countDown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.merge(exchange.getRequestURI().getPath(), 1, Integer::sum);
            if (Stream.of("traceparent", "tracestate", "baggage", "b3", "X-Request-Id")
                    .anyMatch(exchange.getRequestHeaders()::containsKey)) {
                traced.incrementAndGet();
            }
            parents.addAll(exchange.getRequestHeaders().getOrDefault("traceparent", List.of()));
            waiting.incrementAndGet();
            gate.await();
            waiting.decrementAndGet();
            var body = "{\"name\": \"Demo\"}".getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        release();
        server.stop(0);
    }
}
