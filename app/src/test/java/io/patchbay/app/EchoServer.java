package io.patchbay.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A system that keeps what it receives exactly as it came, byte by byte, and answers as it is told. It speaks plain sockets,
 * so that no library makes anything better on either side.
 */
final class EchoServer implements AutoCloseable {

    static final Way HELLO = exchange -> exchange.answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");

    /** A request as it came. */
    record Received(String line, List<String> headers, byte[] body) {

        Optional<String> header(String name) {
            return headers(name).stream().findFirst();
        }

        List<String> headers(String name) {
            return headers.stream()
                    .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(header -> header.substring(name.length() + 1).strip())
                    .toList();
        }

        String target() {
            return line.split(" ")[1];
        }
    }

    /** One connection, for as long as one request lasts. */
    record Exchange(Received request, InputStream in, OutputStream out) {

        void answer(String text) throws IOException {
            out.write(text.getBytes(ISO_8859_1));
            out.flush();
        }
    }

    /** How to answer. */
    interface Way {
        void answer(Exchange exchange) throws Exception;
    }

    private final ServerSocket server;
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private volatile Way way = HELLO;
    private volatile boolean readsBodies = true;

    EchoServer() throws IOException {
        server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "http://localhost:" + server.getLocalPort();
    }

    int port() {
        return server.getLocalPort();
    }

    void answer(Way next) {
        way = next;
        readsBodies = true;
    }

    /** From now on the body is the way's to read. */
    void answerUnread(Way next) {
        way = next;
        readsBodies = false;
    }

    /** What came since the last time that somebody asked. */
    List<Received> received() {
        var all = new ArrayList<Received>();
        for (var next = received.poll(); next != null; next = received.poll()) {
            all.add(next);
        }
        return all;
    }

    /** The one request that came since the last time. */
    Received one() {
        var all = received();
        if (all.size() != 1) {
            throw new AssertionError("Not one request but " + all);
        }
        return all.getFirst();
    }

    /** How many connections were ever made. */
    int connections() {
        return connections.get();
    }

    /** How many there are. */
    int open() {
        return open.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        open.incrementAndGet();
        try (socket;
                var in = new BufferedInputStream(socket.getInputStream());
                var out = new BufferedOutputStream(socket.getOutputStream())) {
            for (var head = head(in); !head.isEmpty(); head = head(in)) {
                var request = new Received(head.getFirst(), List.copyOf(head.subList(1, head.size())), new byte[0]);
                if (readsBodies) {
                    request = new Received(request.line(), request.headers(), body(request, in));
                }
                received.add(request);
                way.answer(new Exchange(request, in, out));
                out.flush();
            }
        } catch (Exception over) {
            // The other side went, or the way ended it.
        } finally {
            open.decrementAndGet();
        }
    }

    private static List<String> head(InputStream in) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            lines.add(line);
        }
        return lines;
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return "";
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(ISO_8859_1);
    }

    private static byte[] body(Received request, InputStream in) throws IOException {
        if (request.header("Transfer-Encoding").isPresent()) {
            return chunks(in);
        }
        var length = request.header("Content-Length").map(Integer::parseInt).orElse(0);
        var body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException();
        }
        return body;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var whole = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            whole.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return whole.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";")[0].strip(), 16);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
