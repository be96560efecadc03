package io.patchbay.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A way to a database that can be cut: then whoever is on it is thrown off, and nobody comes through. */
final class WayToTheDatabase implements AutoCloseable {

    private final InetSocketAddress database;
    private final ServerSocket door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private volatile boolean cut;

    private WayToTheDatabase(InetSocketAddress database) throws IOException {
        this.database = database;
        Thread.ofVirtual().start(this::welcome);
    }

    static WayToTheDatabase to(String jdbcUrl) throws IOException {
        var address = URI.create(jdbcUrl.substring("jdbc:".length()));
        return new WayToTheDatabase(new InetSocketAddress(address.getHost(), address.getPort()));
    }

    /** The same address by this way. */
    String through(String jdbcUrl) {
        return jdbcUrl.replaceFirst("//[^/]+/", "//localhost:" + door.getLocalPort() + "/");
    }

    void cut() throws IOException {
        cut = true;
        for (var socket : open) {
            socket.close();
        }
    }

    void mend() {
        cut = false;
    }

    /** How often somebody came while it was cut. */
    int turnedAway() {
        return turnedAway.get();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                lead(door.accept());
            } catch (IOException gone) {
                // The visitor, or the door itself.
            }
        }
    }

    private void lead(Socket visitor) throws IOException {
        if (cut) {
            turnedAway.incrementAndGet();
            visitor.close();
            return;
        }
        var inside = new Socket(database.getAddress(), database.getPort());
        open.add(visitor);
        open.add(inside);
        Thread.ofVirtual().start(() -> carry(visitor, inside));
        Thread.ofVirtual().start(() -> carry(inside, visitor));
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // By one of the two, or cut.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
