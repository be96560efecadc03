package io.patchbay.postgres.persistence;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's main process for one cluster: starts and stops it, and finds the one that a dead JVM left behind. */
record Postmaster(Cluster cluster) {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

    private static final int ATTEMPTS = 3;
    /** In the pid file, counted from one. */
    private static final int LINE_OF_PORT = 4;

    /** Recovery after a crash replays up to a gigabyte of log before the server answers. */
    private static final Duration START_LIMIT = Duration.ofMinutes(10);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Set<String> PROGRAMS = Set.of("postgres", "initdb", "pg_ctl");

    /** Starts the server on a free port of the loopback address and gives back that port. */
    int start() throws IOException {
        for (int attempt = 1; ; attempt++) {
            var port = freePort();
            cluster.configure(port);
            cluster.removeOldLogs();
            Files.deleteIfExists(startLog());
            var result = control(START_LIMIT, "start", "-l", "log/start.log");
            if (result.succeeded()) return port;
            // Somebody else may have taken the port in between.
            if (isFree(port) || attempt == ATTEMPTS) throw notStarted(result);
        }
    }

    /** Ends the server, if it runs, in an orderly way; connections that are still open are cut. */
    void stop() throws IOException {
        var process = live();
        if (process.isEmpty()) return;
        if (control(STOP_LIMIT, "stop", "-m", "fast").succeeded()) return;
        if (control(STOP_LIMIT, "stop", "-m", "immediate").succeeded()) return;
        if (live().isPresent()) {
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
            processes.filter(process -> worksIn(process, real)).forEach(process -> end(process, real));
        }
    }

    /** How to reach the server that runs on this cluster; empty where it is not there yet, or no longer. */
    static Optional<ServerAccess> access(Path cluster) throws IOException {
        try {
            var lines = Files.readAllLines(cluster.resolve("data").resolve("postmaster.pid"));
            if (lines.size() < LINE_OF_PORT) return Optional.empty();
            var port = Integer.parseInt(lines.get(LINE_OF_PORT - 1).strip());
            return Optional.of(ServerAccess.on(
                    port, Cluster.APPLICATION, Cluster.APPLICATION, Cluster.passwordOf(cluster, Cluster.APPLICATION)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The main process, if it is alive: the pid alone proves nothing, since the kernel gives it to others later. */
    private Optional<ProcessHandle> live() throws IOException {
        try (var lines = Files.lines(pidFile())) {
            var data = cluster.data().toRealPath();
            return lines.findFirst()
                    .flatMap(Postmaster::pidIn)
                    .flatMap(ProcessHandle::of)
                    .filter(process -> isOurs(process, data));
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

    /** Where the system does not tell a process's working directory, its program must be one that we unpacked. */
    private boolean isOurs(ProcessHandle process, Path data) {
        if (!isPostgres(process)) return false;
        return workingDirectory(process)
                .map(directory -> directory.startsWith(data))
                .orElseGet(() -> commandOf(process)
                        .startsWith(cluster.binaries()
                                .directory()
                                .resolveSibling("")
                                .toString()));
    }

    private static boolean worksIn(ProcessHandle process, Path directory) {
        return isPostgres(process)
                && workingDirectory(process)
                        .filter(it -> it.startsWith(directory))
                        .isPresent();
    }

    private static boolean isPostgres(ProcessHandle process) {
        var command = commandOf(process);
        return PROGRAMS.contains(command.substring(command.lastIndexOf('/') + 1));
    }

    private static String commandOf(ProcessHandle process) {
        // The kernel adds this when the file has been removed meanwhile.
        return process.info().command().orElse("").replace(" (deleted)", "");
    }

    private static Optional<Path> workingDirectory(ProcessHandle process) {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd")));
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    private static void end(ProcessHandle process, Path directory) {
        if (ended(process, directory)) return;
        process.destroyForcibly();
        ended(process, directory);
    }

    /** Waits for a while; a process that is dead but not yet buried by its parent counts as ended. */
    private static boolean ended(ProcessHandle process, Path directory) {
        var deadline = System.nanoTime() + GRACE.toNanos();
        while (worksIn(process, directory)) {
            if (System.nanoTime() > deadline) return false;
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
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

    private EmbeddedPostgresException notStarted(Command.Result result) throws IOException {
        var reason = reasonIn(newestLog()).orElseGet(result::lastLine);
        return new EmbeddedPostgresException(
                "PostgreSQL did not start; its log in " + cluster.logs() + " says: " + reason);
    }

    private Stream<String> newestLog() throws IOException {
        try (var files = Files.list(cluster.logs())) {
            var newest = files.max(Comparator.comparing(file -> file.toFile().lastModified()));
            return newest.isPresent() ? Files.readAllLines(newest.get()).stream() : Stream.empty();
        }
    }

    private static Optional<String> reasonIn(Stream<String> log) {
        return log.filter(line -> !line.isBlank()).reduce((earlier, later) -> isFatal(earlier) ? earlier : later);
    }

    private static boolean isFatal(String line) {
        return line.contains("FATAL:") || line.contains("PANIC:");
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
