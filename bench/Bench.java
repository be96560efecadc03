import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What {@code bench/run} runs; see there. */
final class Bench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 6);
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 25);
    private static final int STARTS = Integer.getInteger("bench.starts", 3);
    /** More than one measurement creates. */
    private static final int ROOM = 40_000;

    private final Path bench = Path.of(System.getProperty("bench.folder"));
    private final Path data;
    private int measurements;

    private Bench(Path scratch) {
        this.data = scratch.resolve("data");
    }

    public static void main(String[] arguments) throws Exception {
        var scratch = Path.of(System.getProperty("bench.scratch"));
        if (arguments[0].equals("systems")) {
            Systems.addTo(scratch.resolve("server"));
            return;
        }
        var wanted = List.of(arguments).subList(1, arguments.length);
        if (arguments[0].equals("malformed")) {
            var bench = new Bench(scratch);
            bench.prepare();
            Malformed.run(bench.data, wanted);
            return;
        }
        if (arguments[0].equals("search")) {
            var bench = new Bench(scratch);
            bench.prepare();
            Searches.run(bench.bench, bench.data);
            return;
        }
        if (arguments[0].equals("checks")) {
            Checks.run(Path.of(System.getProperty("bench.folder")), scratch, wanted);
            return;
        }
        if (arguments[0].equals("proxy")) {
            Proxy.run(scratch);
            return;
        }
        new Bench(scratch).run(wanted);
    }

    private void run(List<String> wanted) throws IOException, SQLException, InterruptedException {
        prepare();
        starts();
        var cases = Case.in(bench.resolve("cases")).stream()
                .filter(it -> wanted.isEmpty() || wanted.contains(it.name()))
                .toList();
        try (var patchbay = Patchbay.start(data)) {
            var postgres = Postgres.of(data);
            var load = new Load(patchbay, postgres, Files.createTempDirectory("patchbay-bench"));
            System.out.printf("Resident MB after the start: %s%n", patchbay.residentMegabytes());
            warmUp(load, cases);
            System.out.printf(
                    "%n%-11s %8s %8s %6s %7s %7s %7s %7s   rounds (requests a second)%n",
                    "case", "req/s", "pgbench", "ratio", "CPU us", "SQL us", "p50 ms", "p99 ms");
            for (var it : cases) {
                report(it, measure(load, it));
            }
            paced(patchbay, new Case(bench.resolve("cases/first-20")));
            System.out.printf("Resident MB after the load: %s%n", patchbay.residentMegabytes());
        }
    }

    /** Makes the data once; later runs use them again. */
    private void prepare() throws IOException, SQLException, InterruptedException {
        var done = data.resolveSibling("prepared");
        if (Files.exists(done)) {
            return;
        }
        System.out.println("Preparing 500,000 connectors, once ...");
        try (var patchbay = Patchbay.start(data)) {
            var postgres = Postgres.of(data);
            postgres.run(Files.readString(bench.resolve("data.sql")));
            postgres.run("vacuum analyze");
        }
        Files.createFile(done);
    }

    /** How long the first answer takes on data that are there. */
    private void starts() throws IOException, InterruptedException {
        System.out.print("First GraphQL answer after the start (processor time until then), in ms:");
        for (var start = 0; start < STARTS; start++) {
            try (var patchbay = Patchbay.start(data)) {
                System.out.printf(
                        " %d (%d)", patchbay.firstAnswer().toMillis(), patchbay.effort().toMillis());
            }
        }
        System.out.println();
    }

    private void warmUp(Load load, List<Case> cases) throws IOException, SQLException, InterruptedException {
        var each = Math.max(1, (WARM_UP + cases.size() - 1) / cases.size());
        for (var it : cases) {
            load.ofPatchbay(it, variables(load, it), each);
        }
    }

    /** Rounds of one and of the other in turn, so that what else goes on in the machine meets both. */
    private Map<String, List<Load.Measured>> measure(Load load, Case it)
            throws IOException, SQLException, InterruptedException {
        load.ofPatchbay(it, variables(load, it), SECONDS);
        var patchbay = new ArrayList<Load.Measured>();
        var postgres = new ArrayList<Load.Measured>();
        for (var round = 0; round < ROUNDS; round++) {
            var variables = variables(load, it);
            patchbay.add(load.ofPatchbay(it, variables, SECONDS));
            postgres.add(load.ofPostgres(it, measurements * ROOM, SECONDS));
        }
        if (it.writes()) {
            load.postgres().run("delete from system_access where created_at > now() - interval '1 hour' and name like 'Made %'");
            load.postgres().run("delete from secret where created_at > now() - interval '1 hour'");
            load.postgres().run("vacuum analyze system_access, secret");
        }
        return Map.of("patchbay", patchbay, "postgres", postgres);
    }

    private List<String> variables(Load load, Case it) throws IOException, SQLException, InterruptedException {
        var variables = it.variables(load.patchbay(), load.postgres(), it.writes() ? measurements++ * ROOM : 0);
        var answer = it.writes() ? "" : load.patchbay().ask(it.body(variables.getFirst()));
        if (answer.contains("\"nodes\":[]") || answer.contains("\"connector\":null")) {
            throw new IllegalStateException("The case " + it.name() + " finds nothing");
        }
        return variables;
    }

    private static void report(Case it, Map<String, List<Load.Measured>> rounds) {
        var patchbay = rounds.get("patchbay");
        var postgres = rounds.get("postgres");
        var ours = median(patchbay, Load.Measured::perSecond);
        var theirs = median(postgres, Load.Measured::perSecond);
        System.out.printf(
                "%-11s %8.0f %8.0f  1/%-4.1f %6.0f %7.0f %7.1f %7.1f   %s | %s%n",
                it.name(),
                ours,
                theirs,
                theirs / ours,
                median(patchbay, Load.Measured::micros),
                median(postgres, Load.Measured::micros),
                median(patchbay, Load.Measured::millis50),
                median(patchbay, Load.Measured::millis99),
                rates(patchbay),
                rates(postgres));
    }

    private static List<Long> rates(List<Load.Measured> rounds) {
        return rounds.stream().map(round -> Math.round(round.perSecond())).toList();
    }

    private static double median(List<Load.Measured> rounds, ToDoubleFunction<Load.Measured> value) {
        var sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static void paced(Patchbay patchbay, Case it) throws IOException, InterruptedException {
        var body = it.body("{}");
        new Paced(500, 3).of(body);
        var latencies = new Paced(500, 10).of(body);
        System.out.printf(
                "%n500 requests a second of %s: p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, worst %.1f ms, failed %d%n",
                it.name(), latencies.half(), latencies.of99(), latencies.of999(), latencies.worst(), latencies.failures());
    }
}
