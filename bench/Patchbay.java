import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Patchbay that runs as people run it: the packaged jar with its JVM options, on its embedded PostgreSQL. */
final class Patchbay implements AutoCloseable {

    static final String TOKEN = "pb_bench_0123456789_0123456789_0123456789_01";

    static final int PORT = Integer.getInteger("bench.port", 18_080);

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final Process process;
    private final int port;
    private final Duration firstAnswer;
    private final Duration effort;

    private Patchbay(Process process, int port, long started) throws IOException, InterruptedException {
        this.process = process;
        this.port = port;
        this.firstAnswer = awaitAnswer(started);
        this.effort = Duration.of(Cpu.micros(process.pid()), ChronoUnit.MICROS);
    }

    /** Starts it and returns after its first answer to a GraphQL query. */
    static Patchbay start(Path data) throws IOException, InterruptedException {
        return start(data, PORT, Map.of());
    }

    /** The same at another port and with more settings. */
    static Patchbay start(Path data, int port, Map<String, String> settings) throws IOException, InterruptedException {
        var command = System.getProperty("bench.command").lines().toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(new File(data + ".log")));
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("PATCHBAY_"));
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("PATCHBAY_DATA_DIR", data.toString());
        // Requests are counted and compared as ever, but nobody may be refused.
        environment.put("PATCHBAY_GRAPHQL_REQUESTS_PER_MINUTE", "100000000");
        environment.put("PATCHBAY_GRAPHQL_REQUESTS_PER_MINUTE_PER_ADDRESS", "100000000");
        // Half a million connectors made at once would all be checked at once.
        environment.put("PATCHBAY_BACKGROUND_CHECKS", "false");
        environment.put("PATCHBAY_BOOTSTRAP_COMPANY", "Bench");
        environment.put("PATCHBAY_BOOTSTRAP_EMAIL", "bench@example.com");
        environment.put("PATCHBAY_BOOTSTRAP_PASSWORD", "correct horse battery staple");
        environment.put("PATCHBAY_BOOTSTRAP_API_TOKEN", TOKEN);
        environment.putAll(settings);
        var started = System.nanoTime();
        return new Patchbay(builder.start(), port, started);
    }

    long pid() {
        return process.pid();
    }

    /** From the start of the process to its first answer. */
    Duration firstAnswer() {
        return firstAnswer;
    }

    /** The processor time that it took until then. */
    Duration effort() {
        return effort;
    }

    static URI address() {
        return URI.create("http://127.0.0.1:" + PORT + "/graphql");
    }

    static HttpRequest request(String body) {
        return request(address(), body);
    }

    private static HttpRequest request(URI address, String body) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + TOKEN)
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    String ask(String body) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + port + "/graphql");
        var answer = client.send(request(address, body), BodyHandlers.ofString());
        if (answer.statusCode() != 200 || answer.body().contains("\"errors\"")) {
            throw new IllegalStateException(body + " was answered with " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** Resident megabytes, now and at most so far. */
    String residentMegabytes() throws IOException {
        return memory("VmRSS") + " (at most " + memory("VmHWM") + ")";
    }

    private long memory(String name) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid()), "status"))) {
            return lines.filter(line -> line.startsWith(name + ":"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024;
        }
    }

    private Duration awaitAnswer(long started) throws IOException, InterruptedException {
        while (System.nanoTime() - started < LIMIT.toNanos()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("Patchbay did not start; its log is beside its data directory");
            }
            try {
                ask("{\"query\": \"{ viewer { company { name } } }\"}");
                return Duration.ofNanos(System.nanoTime() - started);
            } catch (IOException notYet) {
                Thread.sleep(5);
            }
        }
        process.destroy();
        throw new IllegalStateException("Patchbay did not answer within " + LIMIT);
    }

    /** Without a chance to say anything to anybody. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }
}
