package io.patchbay.app;

import io.patchbay.PatchbayApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Patchbay as its owner starts it: a JVM of its own, which may be killed. Closing stops it and its PostgreSQL. */
final class PatchbayProcess implements AutoCloseable {

    private static final Pattern NOTHING = Pattern.compile("(?!)");
    private static final Pattern READY = Pattern.compile("Patchbay is ready at http://localhost:(\\d+)");

    private final Path dataDirectory;
    private final Process jvm;
    private final BufferedReader lines;
    private final List<String> output = Collections.synchronizedList(new ArrayList<>());
    private int port;

    private PatchbayProcess(Path dataDirectory, Process jvm) {
        this.dataDirectory = dataDirectory;
        this.jvm = jvm;
        this.lines = jvm.inputReader();
    }

    /** Starts it and returns when it takes requests. */
    static PatchbayProcess start(Path dataDirectory, Map<String, String> settings) throws Exception {
        var process = launch(dataDirectory, settings);
        if (process.readUntilReady()) {
            return process;
        }
        throw new AssertionError("Patchbay did not start:\n" + String.join("\n", process.output));
    }

    /** Starts it where it refuses to start, and gives what it said. */
    static String refusal(Path dataDirectory, Map<String, String> settings) throws Exception {
        try (var process = launch(dataDirectory, settings)) {
            if (process.readUntilReady()) {
                throw new AssertionError("Patchbay started");
            }
            if (process.jvm.waitFor() == 0) {
                throw new AssertionError("Patchbay ended as if nothing had happened");
            }
            return String.join("\n", process.output);
        }
    }

    /** Starts it and does not wait. */
    static PatchbayProcess begin(Path dataDirectory, Map<String, String> settings) throws Exception {
        return launch(dataDirectory, settings);
    }

    /** Runs a command of the jar beside whatever else is running. */
    static PatchbayProcess command(Path dataDirectory, Map<String, String> settings, String command) throws Exception {
        return launch(dataDirectory, settings, command);
    }

    /** Reads what it says up to a line, or to its end where none is like that. */
    Optional<Matcher> readUntil(Pattern line) throws IOException {
        for (var next = lines.readLine(); next != null; next = lines.readLine()) {
            output.add(next);
            var matcher = line.matcher(next);
            if (matcher.find()) {
                return Optional.of(matcher);
            }
        }
        return Optional.empty();
    }

    /** Waits for its end, and gives everything that it said. */
    String outputOf(int exitCode) throws Exception {
        readUntil(NOTHING);
        if (jvm.waitFor() != exitCode) {
            throw new AssertionError("Ended with " + jvm.exitValue() + ":\n" + String.join("\n", output));
        }
        return String.join("\n", output);
    }

    /** Asks it to stop, waits for its end, and gives everything that it said. */
    String outputWhenStopped() throws Exception {
        // Through the handle, because destroying the process itself would throw away what it has written.
        jvm.toHandle().destroy();
        if (!jvm.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("It does not stop:\n" + String.join("\n", output));
        }
        readUntil(NOTHING);
        return String.join("\n", output);
    }

    /** What it has said so far. */
    List<String> said() {
        synchronized (output) {
            return List.copyOf(output);
        }
    }

    ApiClient program(String token) {
        return new ApiClient(port, token);
    }

    /** Through the handle, because killing the process itself would throw away what it has written. */
    void killJvm() throws Exception {
        jvm.toHandle().destroyForcibly();
        jvm.waitFor();
    }

    void killEverything() throws Exception {
        var postmaster = postmaster();
        var processes =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        jvm.toHandle().destroyForcibly();
        processes.forEach(ProcessHandle::destroyForcibly);
        jvm.waitFor();
        processes.forEach(process -> process.onExit().join());
    }

    private ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile()).getFirst()))
                .orElseThrow();
    }

    private Path pidFile() {
        return dataDirectory.resolve("postgres/data/postmaster.pid");
    }

    @Override
    public void close() throws Exception {
        jvm.destroy();
        if (!jvm.waitFor(60, TimeUnit.SECONDS)) {
            if (Files.exists(pidFile())) {
                killEverything();
            } else {
                killJvm();
            }
        }
    }

    private static PatchbayProcess launch(Path dataDirectory, Map<String, String> settings, String... arguments)
            throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ProcessBuilder(new ArrayList<>(List.of(
                java,
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PatchbayApplication.class.getName())));
        command.command().addAll(List.of(arguments));
        command.environment().keySet().removeIf(name -> name.matches("(PATCHBAY|SPRING|SERVER)_.*"));
        // Only what a test asks for changes a status, but where it asks for these.
        command.environment().put("PATCHBAY_BACKGROUND_CHECKS", "false");
        command.environment().putAll(settings);
        command.environment().put("PATCHBAY_DATA_DIR", dataDirectory.toString());
        command.environment().put("SERVER_PORT", "0");
        // Several of them share the tests' PostgreSQL, which has no more than a hundred connections.
        command.environment().put("SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE", "4");
        return new PatchbayProcess(
                dataDirectory, command.redirectErrorStream(true).start());
    }

    private boolean readUntilReady() throws IOException {
        var ready = readUntil(READY);
        ready.ifPresent(line -> {
            port = Integer.parseInt(line.group(1));
            Thread.ofVirtual().start(() -> lines.lines().forEach(output::add));
        });
        return ready.isPresent();
    }
}
