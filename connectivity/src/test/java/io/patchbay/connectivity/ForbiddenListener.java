package io.patchbay.connectivity;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens where nobody should come, on the loopback of both families, and counts who comes all the same. */
public final class ForbiddenListener implements AutoCloseable {

    private final ServerSocket server;
    private final AtomicInteger visits = new AtomicInteger();

    public ForbiddenListener() throws IOException {
        // Whatever address of this machine leads here.
        this.server = new ServerSocket(0, 50, InetAddress.getByName("::"));
        Thread.startVirtualThread(() -> {
            while (!server.isClosed()) {
                try (var _ = server.accept()) {
                    visits.incrementAndGet();
                } catch (IOException closed) {
                    // There is nobody to tell.
                }
            }
        });
    }

    public int port() {
        return server.getLocalPort();
    }

    public int visits() {
        return visits.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
