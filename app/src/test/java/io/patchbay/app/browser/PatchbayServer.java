package io.patchbay.app.browser;

import io.patchbay.postgres.persistence.TestDatabase;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The whole application in a process of its own, on its embedded PostgreSQL; the data is thrown away when it is closed. */
final class PatchbayServer implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Patchbay is ready at (http\\S+)");
    private static final int START_SECONDS = 180;

    /** Where the servers' logs stay, for whoever wonders why a test failed. */
    private static final Path LOGS = Path.of("target", "browser-tests");

    private final Map<String, String> settings;
    private final Path directory;
    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private Process process;
    private URI address;

    private PatchbayServer(Map<String, String> settings) {
        this.settings = settings;
        try {
            Files.createDirectories(LOGS);
            directory = Files.createTempDirectory("patchbay-browser");
            process = launch();
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        address = awaitReady();
    }

    /** A server that nobody has set up yet. */
    static PatchbayServer empty() {
        return new PatchbayServer(Map.of());
    }

    /** A server with the Demo Shop's in it, which anybody may register at. */
    static PatchbayServer withDemoShop() {
        return new PatchbayServer(Map.of(
                "PATCHBAY_REGISTRATION", "open",
                "PATCHBAY_DEMO_SHOP", "true",
                "PATCHBAY_ALLOWED_HOSTS", "localhost"));
    }

    /** One of several nodes on a database of their own; its Demo Shop may be spoken to by all of them. */
    static PatchbayServer node(TestDatabase database) {
        return new PatchbayServer(Map.of(
                "SPRING_DATASOURCE_URL", database.jdbcUrl(),
                "SPRING_DATASOURCE_USERNAME", database.username(),
                "SPRING_DATASOURCE_PASSWORD", database.password(),
                "PATCHBAY_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32]),
                "PATCHBAY_ALLOWED_HOSTS", "localhost",
                "PATCHBAY_DEMO_SHOP", "true",
                "PATCHBAY_REGISTRATION", "open"));
    }

    /** The server that test classes share; each registers companies of its own there. */
    static PatchbayServer shared() {
        return Shared.SERVER;
    }

    URI address() {
        return address;
    }

    String setupCode() {
        try {
            return Files.readString(data().resolve("setup-code")).strip();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Ends it abruptly, as a power cut would, and starts it again on the same data. */
    void killAndStartAgain() {
        process.destroyForcibly().onExit().join();
        try {
            process = launch();
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        address = awaitReady();
    }

    List<String> log() {
        return List.copyOf(log);
    }

    Stream<String> errors() {
        return log.stream().filter(line -> line.contains(" ERROR "));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Process launch() throws IOException {
        // Started often and briefly, so the quick compiler and the small collector are the better ones here.
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(),
                "io.patchbay.PatchbayApplication");
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.matches("(SPRING|PATCHBAY|SERVER|JAVA_TOOL|JDK_JAVA)_.*"));
        // Vaadin's build leaves its own word for this behind only as long as Maven runs.
        environment.put("VAADIN_PRODUCTIONMODE", "true");
        environment.put("PATCHBAY_DATA_DIR", data().toString());
        environment.put("PATCHBAY_BACKGROUND_CHECKS", "false");
        environment.put("SERVER_PORT", "0");
        // Few, so that one that is never given back is soon missed.
        environment.put("SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE", "4");
        environment.putAll(settings);
        return builder.directory(directory.toFile()).redirectErrorStream(true).start();
    }

    private URI awaitReady() {
        var ready = new CompletableFuture<URI>();
        var output = process.inputReader();
        var copy = LOGS.resolve("server-" + process.pid() + ".log");
        Thread.ofVirtual().start(() -> read(output, copy, ready));
        return ready.orTimeout(START_SECONDS, TimeUnit.SECONDS).join();
    }

    private void read(BufferedReader output, Path copy, CompletableFuture<URI> ready) {
        try (var file = new PrintWriter(Files.newBufferedWriter(copy), true)) {
            output.lines().forEach(line -> {
                log.add(line);
                file.println(line);
                var announced = READY.matcher(line);
                if (announced.find()) {
                    ready.complete(URI.create(announced.group(1)));
                }
            });
        } catch (IOException unwritable) {
            ready.completeExceptionally(unwritable);
        }
        ready.completeExceptionally(new IllegalStateException("Did not start:\n" + String.join("\n", log)));
    }

    /** What is shipped: without the tests and what only they need beside it, as far as it could change behaviour. */
    private static String classPath() {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(all.split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes") && !entry.endsWith("-tests.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static final class Shared {

        private static final PatchbayServer SERVER = new PatchbayServer(Map.of("PATCHBAY_REGISTRATION", "open"));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        }
    }
}
