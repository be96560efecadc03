import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** As much as 16 connections can ask for: by wrk of Patchbay, or by pgbench of its PostgreSQL. */
record Load(Patchbay patchbay, Postgres postgres, Path scratch) {

    private static final int CONNECTIONS = 16;
    private static final int THREADS = 2;
    private static final Pattern RESULT = Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");
    private static final Pattern DONE = Pattern.compile("number of transactions actually processed: (\\d+)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: (\\d+)");

    /**
     * What was measured.
     *
     * @param micros processor time per request, of Patchbay and PostgreSQL together
     * @param millis50 half of the requests took no longer
     * @param millis99 99 of 100 took no longer
     */
    record Measured(double perSecond, double micros, double millis50, double millis99) {}

    Measured ofPatchbay(Case it, List<String> variables, int seconds) throws IOException, InterruptedException {
        var lines = scratch.resolve("variables");
        Files.write(lines, variables);
        var before = Cpu.micros(patchbay.pid()) + Cpu.micros(postgres.pid());
        var output = run(
                Map.of(
                        "QUERY", it.file("query.graphql").toString(),
                        "VARIABLES", lines.toString(),
                        "THREADS", Integer.toString(THREADS),
                        "TOKEN", Patchbay.TOKEN),
                List.of(
                        "wrk",
                        "--connections=" + CONNECTIONS,
                        "--threads=" + THREADS,
                        "--duration=" + seconds,
                        "--timeout=20",
                        "--script=" + it.folder().resolve("../../requests.lua"),
                        Patchbay.address().toString()));
        var micros = Cpu.micros(patchbay.pid()) + Cpu.micros(postgres.pid()) - before;
        var result = RESULT.matcher(output);
        if (!result.find() || !result.group(3).equals("0")) {
            throw new IllegalStateException("Not every request was answered well: " + output);
        }
        var requests = Double.parseDouble(result.group(1));
        return new Measured(
                requests / Double.parseDouble(result.group(2)) * 1e6,
                micros / requests,
                Double.parseDouble(result.group(4)) / 1000,
                Double.parseDouble(result.group(5)) / 1000);
    }

    /** Latencies are not asked for: pgbench would write a file of them all. */
    Measured ofPostgres(Case it, int from, int seconds) throws IOException, SQLException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "pgbench",
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + CONNECTIONS,
                "--jobs=" + THREADS,
                "--time=" + seconds,
                "--host=127.0.0.1",
                "--port=" + postgres.port(),
                "--username=patchbay"));
        var script = Files.readString(it.file("statement.sql"));
        var number = 0;
        for (var row : postgres.rows(it.sql("parameters.sql", from))) {
            var variant = script;
            for (var parameter : row.entrySet()) {
                // pgbench's variables are the same for all of its scripts.
                var own = parameter.getKey() + "_" + number;
                variant = variant.replaceAll("(?<!:):" + parameter.getKey() + "\\b", ":" + own)
                        .replaceAll("\\\\set " + parameter.getKey() + "\\b", "\\\\set " + own);
                command.add("--define=" + own + "=" + parameter.getValue());
            }
            var file = scratch.resolve("statement-" + number++ + ".sql");
            Files.writeString(file, variant);
            command.add("--file=" + file);
        }
        command.add("patchbay");
        var before = Cpu.micros(postgres.pid());
        var started = System.nanoTime();
        var output = run(Map.of("PGPASSWORD", postgres.password()), command);
        var elapsed = (System.nanoTime() - started) / 1e9;
        var micros = Cpu.micros(postgres.pid()) - before;
        var done = DONE.matcher(output);
        var failed = FAILED.matcher(output);
        if (!done.find() || failed.find() && !failed.group(1).equals("0") || output.contains("aborted")) {
            throw new IllegalStateException("pgbench went wrong: " + output);
        }
        var transactions = Double.parseDouble(done.group(1));
        return new Measured(transactions / Math.min(elapsed, seconds), micros / transactions, Double.NaN, Double.NaN);
    }

    private String run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command.getFirst() + " went wrong: " + output);
        }
        return output;
    }
}
