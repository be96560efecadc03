package io.patchbay.connectivity;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** Says what it likes to whoever connects and has said something. */
public final class RawServer implements AutoCloseable {

    /** What a server says. */
    @FunctionalInterface
    public interface Behaviour {
        void speak(Socket socket) throws IOException;
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    public RawServer(Behaviour behaviour) throws IOException {
        Thread.startVirtualThread(() -> {
            while (!server.isClosed()) {
                try (var socket = server.accept()) {
                    socket.getInputStream().read(new byte[4096]);
                    behaviour.speak(socket);
                } catch (IOException gone) {
                    // The other side has heard enough.
                }
            }
        });
    }

    public int port() {
        return server.getLocalPort();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port() + "/");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
