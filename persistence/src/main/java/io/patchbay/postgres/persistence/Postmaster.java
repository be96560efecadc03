package io.patchbay.postgres.persistence;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's main process for one cluster: starts and stops it, and finds the one that a dead JVM left behind. */
record Postmaster(Cluster cluster) {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

    private static final int ATTEMPTS = 3;
    /** Recovery after a crash replays up to a gigabyte of log before the server answers. */
    private static final Duration START_LIMIT = Duration.ofMinutes(10);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Set<String> PROGRAMS = Set.of("postgres", "initdb", "pg_ctl");

    /** Starts the server on a free port of the loopback address and gives back that port. */
    int start() throws IOException {
        for (int attempt = 1; ; attempt++) {
            var port = freePort();
            cluster.configure(port);
            cluster.removeOldLogs();
            Files.deleteIfExists(startLog());
            if (control(START_LIMIT, "start", "-l", "log/start.log").succeeded()) return port;
            // Somebody else may have taken the port in between.
            if (isFree(port) || attempt == ATTEMPTS) throw notStarted();
        }
    }

    /** Ends the server, if it runs, in an orderly way; connections that are still open are cut. */
    void stop() throws IOException {
        var process = live();
        if (process.isEmpty()) return;
        if (control(STOP_LIMIT, "stop", "-m", "fast").succeeded()) return;
        if (control(STOP_LIMIT, "stop", "-m", "immediate").succeeded()) return;
        if (process.get().isAlive()) {
            throw new EmbeddedPostgresException("The PostgreSQL process "
                    + process.get().pid() + " of " + cluster.root() + " does not stop; end it by hand.");
        }
    }

    /**
     * Clears the way for a start after a JVM, or everything, was killed: stops a server that outlived its JVM, waits
     * for the end of processes that outlived their server, and forgets a pid that means nothing any more. Only for
     * the holder of the directory's lock.
     */
    void stopOrphan() throws IOException {
        live().ifPresent(process ->
                LOG.info("Stopping the PostgreSQL process {} that an earlier Patchbay left behind", process.pid()));
        stop();
        endLeftovers(cluster.root());
        Files.deleteIfExists(pidFile());
    }

    /** Ends every PostgreSQL program at work in this directory; they have no server any more that would need them. */
    static void endLeftovers(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) return;
        var real = directory.toRealPath();
        try (var processes = ProcessHandle.allProcesses()) {
            processes.filter(process -> worksIn(process, real)).forEach(Postmaster::end);
        }
    }

    /** The main process, if it is alive: the pid alone proves nothing, since the kernel gives it to others later. */
    private Optional<ProcessHandle> live() throws IOException {
        try (var lines = Files.lines(pidFile())) {
            var data = cluster.data().toRealPath();
            return lines.findFirst()
                    .flatMap(Postmaster::pidIn)
                    .flatMap(ProcessHandle::of)
                    .filter(process -> worksIn(process, data));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> pidIn(String line) {
        try {
            return Optional.of(Long.valueOf(line.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Is it a PostgreSQL program with its working directory here? Where the system cannot tell, the name decides. */
    private static boolean worksIn(ProcessHandle process, Path directory) {
        var program = process.info().command().map(Postmaster::nameOf).orElse("");
        if (!PROGRAMS.contains(program)) return false;
        try {
            var link = Path.of("/proc", Long.toString(process.pid()), "cwd");
            return !Files.exists(Path.of("/proc/self"))
                    || Files.readSymbolicLink(link).startsWith(directory);
        } catch (IOException e) {
            return false;
        }
    }

    private static String nameOf(String command) {
        // The kernel says so when the file has been removed meanwhile.
        var name = command.replace(" (deleted)", "");
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static void end(ProcessHandle process) {
        if (ended(process)) return;
        process.destroyForcibly();
        ended(process);
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Command.Result control(Duration limit, String... words) {
        var line = Stream.concat(
                        Stream.of(cluster.binaries().program("pg_ctl")),
                        Stream.concat(Stream.of(words), Stream.of("-w", "-t", Long.toString(limit.toSeconds()))))
                .toList();
        return new Command(cluster.root(), line)
                .with("PGDATA", cluster.data().toString())
                .within(limit.plus(GRACE))
                .run();
    }

    private EmbeddedPostgresException notStarted() throws IOException {
        return new EmbeddedPostgresException(
                "PostgreSQL did not start; its log in " + cluster.logs() + " ends with: " + lastLineOfNewestLog());
    }

    private String lastLineOfNewestLog() throws IOException {
        try (var files = Files.list(cluster.logs())) {
            var newest = files.max(Comparator.comparing(file -> file.toFile().lastModified()));
            return newest.isEmpty() ? "(nothing)" : lastOf(Files.readAllLines(newest.get()));
        }
    }

    private static String lastOf(List<String> lines) {
        return lines.isEmpty() ? "(nothing)" : lines.getLast().strip();
    }

    private Path startLog() {
        return cluster.logs().resolve("start.log");
    }

    private Path pidFile() {
        return cluster.data().resolve("postmaster.pid");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
