package io.patchbay.connectivity;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Reads the heads of requests, byte by byte, and leaves their bodies and the answers to the test; encrypted or not. */
final class StreamServer implements AutoCloseable {

    /** What a server does with a request, once its head is read. */
    @FunctionalInterface
    interface Behaviour {
        void speak(String head, InputStream in, OutputStream out) throws Exception;
    }

    private final ServerSocket server;
    private final boolean encrypted;

    /** @param context null: nothing is encrypted */
    StreamServer(@Nullable SSLContext context, Behaviour behaviour) throws IOException {
        this.encrypted = context != null;
        this.server = context == null
                ? new ServerSocket(0, 50, InetAddress.getLoopbackAddress())
                : context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(() -> accept(behaviour));
    }

    URI at(String host) {
        return URI.create((encrypted ? "https://" : "http://") + host + ":" + server.getLocalPort() + "/");
    }

    private void accept(Behaviour behaviour) {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.startVirtualThread(() -> serve(socket, behaviour));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void serve(Socket socket, Behaviour behaviour) {
        try (socket;
                var in = new BufferedInputStream(socket.getInputStream())) {
            for (var head = head(in); !head.isEmpty(); head = head(in)) {
                behaviour.speak(head, in, socket.getOutputStream());
            }
        } catch (Exception over) {
            // The other side went, or the behaviour ended it.
        }
    }

    /** Empty where the other side has gone. */
    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            var next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
