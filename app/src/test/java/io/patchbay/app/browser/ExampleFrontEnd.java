package io.patchbay.app.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The example front end as it was built, served by Vite, which passes on to Patchbay what is Patchbay's. */
final class ExampleFrontEnd implements AutoCloseable {

    /** Where the example's folder is, once it is built. */
    static final String FOLDER = "PATCHBAY_EXAMPLE";

    private static final Pattern READY = Pattern.compile("Local:\\s+(http://[\\d.:]+)");
    private static final int START_SECONDS = 60;

    private final Process process;
    private final URI address;

    ExampleFrontEnd(URI patchbay) {
        try {
            process = launch(Path.of(System.getenv(FOLDER)), patchbay);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        address = awaitReady();
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static Process launch(Path folder, URI patchbay) throws IOException {
        var builder = new ProcessBuilder(
                        "node", "node_modules/vite/bin/vite.js", "preview", "--host", "127.0.0.1", "--port", "0")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("PATCHBAY_URL", patchbay.toString());
        builder.environment().put("NO_COLOR", "1");
        return builder.start();
    }

    private URI awaitReady() {
        var ready = new CompletableFuture<URI>();
        var output = process.inputReader();
        Thread.ofVirtual().start(() -> read(output, ready));
        return ready.orTimeout(START_SECONDS, TimeUnit.SECONDS).join();
    }

    private static void read(BufferedReader output, CompletableFuture<URI> ready) {
        List<String> said = new ArrayList<>();
        output.lines().forEach(line -> {
            said.add(line);
            var announced = READY.matcher(line);
            if (announced.find()) {
                ready.complete(URI.create(announced.group(1)));
            }
        });
        ready.completeExceptionally(new IllegalStateException("Did not start:\n" + String.join("\n", said)));
    }
}
