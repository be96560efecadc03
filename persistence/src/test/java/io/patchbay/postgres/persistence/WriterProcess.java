package io.patchbay.postgres.persistence;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A JVM that writes to the embedded PostgreSQL in a directory, to be killed in the middle of it. */
final class WriterProcess {

    private final Path directory;
    private final Process jvm;
    private final BufferedReader output;
    private final List<String> acknowledged = new ArrayList<>();

    private WriterProcess(Path directory, Process jvm) {
        this.directory = directory;
        this.jvm = jvm;
        this.output = jvm.inputReader();
    }

    static WriterProcess start(Path directory) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var jvm = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        directory.toString(),
                        TestDatabases.binaries().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new WriterProcess(directory, jvm);
    }

    void awaitWrites(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            var line = nextWrite();
            if (line == null) throw new IllegalStateException("The writer ended by itself");
        }
    }

    /** Through the handle, because killing the process itself would throw away what it has written. */
    void killJvm() throws InterruptedException {
        jvm.toHandle().destroyForcibly();
        jvm.waitFor();
    }

    void killEverything() throws IOException, InterruptedException {
        var postmaster = postmaster();
        var processes =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        jvm.toHandle().destroyForcibly();
        processes.forEach(ProcessHandle::destroyForcibly);
        jvm.waitFor();
        processes.forEach(process -> process.onExit().join());
    }

    ProcessHandle postmaster() throws IOException {
        var pidFile = directory.resolve("postgres/data/postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst()))
                .orElseThrow();
    }

    /** Everything whose commit was confirmed before the end. */
    List<String> acknowledged() throws IOException {
        while (nextWrite() != null) {}
        return acknowledged;
    }

    private String nextWrite() throws IOException {
        // What precedes the first commit is the log of the start.
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.matches("[0-9a-f-]{36}")) {
                acknowledged.add(line);
                return line;
            }
        }
        return null;
    }
}
