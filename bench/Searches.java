import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How long a search by part of a name takes over 400,000 names, for a thousand texts: the whole request, one after the other
 * on one connection. The best of five, because the question is what a text costs and not what else the machine does.
 */
final class Searches {

    private static final int TIMES = 5;
    private static final int SLOWEST = 5;

    private Searches() {}

    static void run(Path bench, Path data) throws IOException, SQLException, InterruptedException {
        try (var patchbay = Patchbay.start(data)) {
            var postgres = Postgres.of(data);
            var search = new Case(bench.resolve("search"));
            var texts = search.variables(patchbay, postgres, 0);
            measured(patchbay, search, texts);
            var before = Cpu.micros(postgres.pid());
            var measured = measured(patchbay, search, texts);
            var micros = (Cpu.micros(postgres.pid()) - before) / (TIMES * texts.size());
            System.out.printf(
                    "%d texts, whole requests: p50 %.1f ms, p99 %.1f ms; %d us of PostgreSQL's processor time on average. Slowest:%n",
                    texts.size(), at(measured, 50), at(measured, 99), micros);
            for (var it : measured.reversed().subList(0, SLOWEST)) {
                System.out.printf("  %-40s %5.1f ms%n", it.variables(), it.millis());
            }
        }
    }

    private record Measured(String variables, double millis) {}

    /** The fastest first. */
    private static List<Measured> measured(Patchbay patchbay, Case search, List<String> texts)
            throws IOException, InterruptedException {
        var measured = new ArrayList<Measured>();
        for (var text : texts) {
            var body = search.body(text);
            var best = Long.MAX_VALUE;
            for (var time = 0; time < TIMES; time++) {
                var started = System.nanoTime();
                var answer = patchbay.ask(body);
                best = Math.min(best, System.nanoTime() - started);
                if (answer.contains("\"errors\"")) {
                    throw new IllegalStateException(text + " was answered " + answer);
                }
            }
            measured.add(new Measured(text, best / 1e6));
        }
        measured.sort(Comparator.comparingDouble(Measured::millis));
        return measured;
    }

    private static double at(List<Measured> sorted, int percent) {
        return sorted.get((sorted.size() - 1) * percent / 100).millis();
    }
}
