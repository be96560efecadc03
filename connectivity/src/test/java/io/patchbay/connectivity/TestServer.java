package io.patchbay.connectivity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A server on this machine that remembers what it was asked. */
public final class TestServer implements AutoCloseable {

    /** What a server does with a request. */
    @FunctionalInterface
    public interface Behaviour {
        Reply reply(Asked asked) throws IOException;
    }

    /** A request as it arrived. */
    public record Asked(String method, URI uri, HttpExchange exchange, String body) {

        public String header(String name) {
            return String.valueOf(exchange.getRequestHeaders().getFirst(name));
        }

        public boolean has(String name) {
            return exchange.getRequestHeaders().containsKey(name);
        }
    }

    /** What a server answers; headers as {@code Name: value}. */
    public record Reply(int status, byte[] body, List<String> headers) {

        public static Reply of(int status, String body, String... headers) {
            return new Reply(status, body.getBytes(StandardCharsets.UTF_8), List.of(headers));
        }
    }

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private TestServer(HttpServer server, Behaviour behaviour) {
        this.server = server;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, behaviour));
        server.start();
    }

    public static TestServer http(Behaviour behaviour) throws IOException {
        return new TestServer(HttpServer.create(anyPort(), 0), behaviour);
    }

    public static TestServer https(SSLContext context, boolean wantsCertificate, Behaviour behaviour)
            throws IOException {
        var server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                var ssl = context.getDefaultSSLParameters();
                ssl.setNeedClientAuth(wantsCertificate);
                parameters.setSSLParameters(ssl);
            }
        });
        return new TestServer(server, behaviour);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The address under a name, which a test's look-up has to know. */
    public URI at(String host, String path) {
        var scheme = server instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://" + host + ":" + port() + path);
    }

    public URI at(String path) {
        return at("127.0.0.1", path);
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange, Behaviour behaviour) throws IOException {
        var request = new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        asked.add(request);
        try (exchange) {
            var reply = behaviour.reply(request);
            for (var header : reply.headers()) {
                var colon = header.indexOf(": ");
                exchange.getResponseHeaders().add(header.substring(0, colon), header.substring(colon + 2));
            }
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
