package io.patchbay.postgres.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One of PostgreSQL's programs, run to its end. */
record Command(List<String> words, Path directory, Map<String, String> environment, String input, Duration limit) {

    private static final Duration USUAL_LIMIT = Duration.ofMinutes(2);
    private static final long ROOT = 0;

    /** What a program left behind: its exit status and everything it printed. */
    record Result(int status, String output) {

        boolean succeeded() {
            return status == 0;
        }

        String lastLine() {
            return output.lines().filter(line -> !line.isBlank()).reduce("", (earlier, later) -> later.strip());
        }
    }

    Command(Path directory, List<String> words) {
        this(words, directory, Map.of(), "", USUAL_LIMIT);
    }

    Command with(String variable, String value) {
        return new Command(words, directory, Map.of(variable, value), input, limit);
    }

    Command reading(String text) {
        return new Command(words, directory, environment, text, limit);
    }

    Command within(Duration longest) {
        return new Command(words, directory, environment, input, longest);
    }

    Result run() {
        try {
            return resultOf(start());
        } catch (IOException e) {
            throw new EmbeddedPostgresException(words.getFirst() + " could not be run: " + e.getMessage(), e);
        }
    }

    private Process start() throws IOException {
        var builder = new ProcessBuilder(asOrdinaryUser())
                .directory(directory.toFile())
                .redirectErrorStream(true);
        var path = builder.environment().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        // Our own environment may hold the master key, and PG* variables would change what the programs do.
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own the process is root no longer. */
    private List<String> asOrdinaryUser() {
        if (new UnixSystem().getUid() != ROOT) return words;
        var wrapped = new ArrayList<>(List.of("unshare", "--user"));
        wrapped.addAll(words);
        return wrapped;
    }

    private Result resultOf(Process process) throws IOException {
        var output = CompletableFuture.supplyAsync(
                () -> outputOf(process), task -> Thread.ofVirtual().start(task));
        try (var writer = process.outputWriter(UTF_8)) {
            writer.write(input);
        } catch (IOException e) {
            // It ended without reading everything; its exit status tells why.
            return resultAfter(process, output);
        }
        return resultAfter(process, output);
    }

    private Result resultAfter(Process process, CompletableFuture<String> output) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new EmbeddedPostgresException(
                        words.getFirst() + " did not end within " + limit.toSeconds() + " seconds.");
            }
            return new Result(process.exitValue(), output.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("Waiting for " + words.getFirst() + " was interrupted.", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String outputOf(Process process) {
        try (var reader = process.inputReader(UTF_8)) {
            return reader.readAllAsString();
        } catch (IOException e) {
            return "";
        }
    }
}
