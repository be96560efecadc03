package io.patchbay.app;

import io.patchbay.PatchbayApplication;
import io.patchbay.credential.CredentialsId;
import io.patchbay.postgres.persistence.TestDatabase;
import io.patchbay.shared.CompanyId;
import io.patchbay.token.AccessTokens;
import io.patchbay.token.TokenAnswer;
import io.patchbay.token.TokenHolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A further node of Patchbay on a test's database, in a JVM of its own, which asks for tokens when told and may be killed. */
final class TokenNode implements AutoCloseable {

    private static final String READY = "TOKEN NODE IS READY";
    private static final String ANSWER = "TOKEN NODE HAS ";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process program;
    private final BufferedReader lines;

    private TokenNode(Process program) {
        this.program = program;
        this.lines = program.inputReader();
    }

    /** Starts it and returns when it takes orders. */
    static TokenNode start(TestDatabase database, Path dataDirectory) throws IOException {
        var command = Stream.concat(
                Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TokenNode.class.getName()),
                Stream.of(
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password(),
                        "--PATCHBAY_MASTER_KEY=" + Base64.getEncoder().encodeToString(new byte[32]),
                        "--patchbay.data-dir=" + dataDirectory,
                        "--patchbay.allowed-hosts=localhost",
                        "--server.port=0"));
        var node = new TokenNode(
                new ProcessBuilder(command.toList()).redirectErrorStream(true).start());
        node.readTo(READY);
        return node;
    }

    /** Lets so many threads ask for the token of a holder that {@link #written} wrote, and does not wait. */
    void ask(int threads, String holder) throws IOException {
        var orders = program.outputWriter();
        orders.write(threads + " " + holder + "\n");
        orders.flush();
    }

    /** So many answers, as they come. */
    List<String> answers(int number) throws IOException {
        var answers = new ArrayList<String>();
        while (answers.size() < number) {
            answers.add(readTo(ANSWER).substring(ANSWER.length()));
        }
        return answers;
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        program.toHandle().destroyForcibly();
        program.waitFor();
    }

    static String written(String address, TokenHolder holder, String client, String refreshReuse) {
        return String.join(
                " ",
                address,
                holder.company().value().toString(),
                holder.credentials().id().value().toString(),
                client,
                refreshReuse);
    }

    private String readTo(String beginning) throws IOException {
        var before = new ArrayList<String>();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
            before.add(line);
        }
        throw new AssertionError("The node ended:\n" + String.join("\n", before));
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    /** The node itself. */
    public static void main(String[] settings) throws IOException {
        var tokens = new SpringApplicationBuilder(PatchbayApplication.class)
                .run(settings)
                .getBean(AccessTokens.class);
        System.out.println(READY);
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var order = orders.readLine(); order != null; order = orders.readLine()) {
            var words = Arrays.asList(order.split(" "));
            var holder = TokenVendor.holder(
                    words.get(1),
                    new CompanyId(UUID.fromString(words.get(2))),
                    new CredentialsId(UUID.fromString(words.get(3))),
                    words.get(4),
                    words.get(5));
            for (int thread = 0; thread < Integer.parseInt(words.getFirst()); thread++) {
                Thread.ofVirtual()
                        .start(() -> System.out.println(
                                ANSWER + value(tokens.of(holder).token(PATIENCE))));
            }
        }
    }

    static String value(TokenAnswer answer) {
        return switch (answer) {
            case TokenAnswer.Granted(var token) -> token.value().reveal();
            case TokenAnswer.Missing(var trouble) -> trouble.name();
        };
    }
}
