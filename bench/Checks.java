import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Background checks of 100,000 connectors: what one costs while one node makes 1,700 a minute, and whether two nodes make all
 * of them once and in time while one of the two is killed. An hour is compressed into some minutes there.
 */
final class Checks {

    private static final int ACCOUNTS = 100_000;
    private static final int A_MINUTE = Integer.getInteger("bench.checks.rate", 1_700);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.checks.warmup", 60));
    private static final Duration STEADY = Duration.ofSeconds(Integer.getInteger("bench.checks.steady", 120));
    private static final Duration IDLE = Duration.ofSeconds(30);
    /** So many minutes stand for the hour. */
    private static final Duration HOUR = Duration.ofMinutes(Integer.getInteger("bench.checks.hour", 10));
    /** So much of that hour is watched. */
    private static final Duration WATCHED =
            Duration.ofMinutes(Math.min(HOUR.toMinutes(), Integer.getInteger("bench.checks.watched", 60)));
    /** Longer than it takes to find out that a node is dead. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LEAD = Duration.ofSeconds(30);
    /** An hourly check is due again after 54 minutes at the earliest; whoever is asked again sooner is asked twice. */
    private static final Duration DUE_AGAIN = Duration.ofMinutes(50);

    private static final int VENDOR_PORT = 18_443;
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final String GROUP =
            "{\"query\": \"mutation { createCompanyGroup(input: {name: \\\"First\\\"}) { companyGroup { id } } }\"}";
    private static final String TEMPLATE = """
            {"query": "mutation($group: ID!) { createConnector(input: {name: \\"Template\\", systemSlug: \\"demo-shop\\", \
            environment: LIVE, companyGroupId: $group, authenticationMethod: \\"basic\\", credentials: [\
            {key: \\"address\\", value: \\"https://localhost:%d\\"}, {key: \\"username\\", value: \\"demo\\"}, \
            {key: \\"password\\", value: \\"demo-password\\"}]}) { connector { id } } }", "variables": {"group": "%s"}}""";

    private final Path data;
    private final Path bench;
    private final Vendor vendor;

    private Checks(Path bench, Path data, Vendor vendor) {
        this.bench = bench;
        this.data = data;
        this.vendor = vendor;
    }

    static void run(Path bench, Path scratch, List<String> wanted)
            throws IOException, SQLException, InterruptedException, GeneralSecurityException {
        var data = Files.createDirectories(scratch.resolve("checks")).resolve("data");
        try (var vendor = Vendor.start(VENDOR_PORT, ACCOUNTS, data.getParent())) {
            var checks = new Checks(bench, data, vendor);
            checks.prepare();
            if (wanted.isEmpty() || wanted.contains("steady")) {
                checks.steady();
            }
            if (wanted.isEmpty() || wanted.contains("nodes")) {
                checks.nodes();
            }
        }
    }

    private void prepare() throws IOException, SQLException, InterruptedException {
        var done = data.resolveSibling("prepared");
        if (Files.exists(done)) {
            return;
        }
        System.out.printf("Preparing %,d connectors, once ...%n", ACCOUNTS);
        try (var patchbay = node(Map.of("PATCHBAY_BACKGROUND_CHECKS", "false"))) {
            var group = ID.matcher(patchbay.ask(GROUP));
            group.find();
            patchbay.ask(TEMPLATE.formatted(VENDOR_PORT, group.group(1)));
            Postgres.of(data).run(Files.readString(bench.resolve("checks.sql")));
        }
        Files.createFile(done);
    }

    /** One node, and as many checks a minute as 100,000 connectors an hour need. */
    private void steady() throws IOException, SQLException, InterruptedException {
        try (var patchbay = node(Map.of())) {
            var postgres = Postgres.of(data);
            LongSupplier effort = () -> micros(patchbay.pid()) + micros(postgres.pid());
            settle(postgres, Duration.ofHours(2), Duration.ofHours(1));
            Thread.sleep(WARM_UP.dividedBy(3));
            var idle = effort.getAsLong();
            Thread.sleep(IDLE);
            idle = effort.getAsLong() - idle;
            System.out.printf(
                    "Nothing to check: %.2f %% of a core%n", 100.0 * idle / IDLE.toNanos() * 1000);

            var step = Duration.ofMinutes(1).dividedBy(A_MINUTE);
            var start = settle(postgres, LEAD, step.multipliedBy(ACCOUNTS));
            Thread.sleep(LEAD.plus(WARM_UP));
            var before = Reading.of(postgres, effort, patchbay, vendor);
            Thread.sleep(STEADY);
            var after = Reading.of(postgres, effort, patchbay, vendor);
            var checks = after.checks - before.checks;
            var seconds = STEADY.toSeconds();
            System.out.printf(
                    "%d checks a minute over %d s on one node: CPU of one check %.2f ms (JVM %.2f, PostgreSQL %.2f)%n",
                    checks * 60 / seconds,
                    seconds,
                    (after.micros - before.micros) / 1e3 / checks,
                    (after.jvmMicros - before.jvmMicros) / 1e3 / checks,
                    (after.micros - before.micros - after.jvmMicros + before.jvmMicros) / 1e3 / checks);
            System.out.printf(
                    "  %.1f %% of a core at %d a minute; transactions for a check %.2f, WAL %d bytes%n",
                    (after.micros - before.micros) / 1e4 / checks * A_MINUTE / 60,
                    A_MINUTE,
                    1.0 * (after.commits - before.commits) / checks,
                    (after.wal - before.wal) / checks);
            Thread.sleep(LEAD);
            var measured = start + WARM_UP.toMillis();
            lateness("  in these", start, step, it -> {
                var due = start + ms(step, it);
                return due > measured && due < measured + STEADY.toMillis();
            });
        }
    }

    /** Two nodes with all of them within an "hour", in the middle of which one is killed. */
    private void nodes() throws IOException, SQLException, InterruptedException {
        var much = Map.of("PATCHBAY_CHECKS_PER_SECOND", "400", "PATCHBAY_CHECKS_AT_ONCE", "100");
        try (var first = node(much)) {
            var postgres = Postgres.of(data);
            try (var second = second(postgres, much)) {
                // Whoever is being asked now was due before, and would count as asked twice.
                settle(postgres, Duration.ofHours(2), Duration.ofHours(1));
                Thread.sleep(LEAD);
                var step = HOUR.dividedBy(ACCOUNTS);
                var due = (int) WATCHED.dividedBy(step);
                var start = settle(postgres, LEAD, HOUR);
                var sizes = sizes(postgres);
                var updates = updates(postgres);
                var before = micros(first.pid()) + micros(second.pid()) + micros(postgres.pid());
                Thread.sleep(LEAD.plus(WATCHED.dividedBy(2)));
                var micros = micros(first.pid()) + micros(second.pid()) + micros(postgres.pid()) - before;
                var half = vendor.asked();
                var killed = System.currentTimeMillis();
                second.kill();
                System.out.printf(
                        "Two nodes, %,d connectors due within %d minutes, of which %d were watched: CPU of one check %.2f ms%n",
                        ACCOUNTS, HOUR.toMinutes(), WATCHED.toMinutes(), micros / 1e3 / half);
                System.out.printf("  one node killed after %,d checks%n", half);
                Thread.sleep(WATCHED.dividedBy(2).plus(PATIENCE));
                lateness("  before the kill", start, step, it -> it < due && start + ms(step, it) < killed - 30_000);
                lateness("  around the kill", start, step, it -> Math.abs(start + ms(step, it) - killed) <= 30_000);
                lateness("  after the kill", start, step, it -> it < due && start + ms(step, it) > killed + 30_000);
                twice(killed);
                System.out.printf("  sizes in MB before: %s%n  sizes in MB after: %s%n", sizes, sizes(postgres));
                System.out.printf("  updates before: %s%n  updates after: %s%n", updates, updates(postgres));
            }
        }
    }

    private static long ms(Duration step, int times) {
        return step.multipliedBy(times).toMillis();
    }

    /** Makes each due at its own moment; gives the first. */
    private long settle(Postgres postgres, Duration from, Duration over) throws SQLException {
        vendor.forget();
        postgres.run("""
                update scheduled_tasks
                set execution_time = now() + interval '%d ms' + number * interval '%d us', picked = false,
                    picked_by = null, last_heartbeat = null, task_data = null, consecutive_failures = null,
                    version = version + 1
                from bench_account where task_name = 'check' and task_instance = task"""
                .formatted(from.toMillis(), over.dividedBy(ACCOUNTS).toNanos() / 1_000));
        postgres.run("vacuum analyze scheduled_tasks, system_access");
        return Long.parseLong(postgres.column("""
                select round(extract(epoch from execution_time) * 1000)::bigint
                from scheduled_tasks join bench_account on task_instance = task where number = 0""").getFirst());
    }

    private void lateness(String what, long start, Duration step, IntPredicate counted) {
        var due = IntStream.range(0, ACCOUNTS).filter(counted).toArray();
        var late = Arrays.stream(due)
                .filter(it -> vendor.times(it) > 0)
                .mapToLong(it -> vendor.first(it) - start - ms(step, it))
                .sorted()
                .toArray();
        System.out.printf(
                "%s: %,d due, %,d not asked, %,d asked twice; late by %d ms (half), %d (99 of 100), %d (all)%n",
                what,
                due.length,
                due.length - late.length,
                Arrays.stream(due).filter(this::twice).count(),
                at(late, 0.5),
                at(late, 0.99),
                at(late, 1));
    }

    /** A node that is killed while it asks cannot say that it has asked; and what could not be reached is asked soon again. */
    private void twice(long killed) {
        var twice = IntStream.range(0, ACCOUNTS).filter(this::twice).toArray();
        var open = Arrays.stream(twice).filter(it -> Math.abs(vendor.first(it) - killed) < 1_000).count();
        var again = Arrays.stream(twice).filter(it -> vendor.last(it) - vendor.first(it) < 10_000).count();
        System.out.printf(
                "  asked twice: %d; within a second of the kill: %d; again within ten seconds: %d%n",
                twice.length, open, again);
    }

    private boolean twice(int account) {
        return vendor.times(account) > 1 && vendor.last(account) - vendor.first(account) < DUE_AGAIN.toMillis();
    }

    private static long at(long[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * part)];
    }

    private static Map<String, String> sizes(Postgres postgres) throws SQLException {
        return postgres.rows("""
                select pg_table_size('scheduled_tasks') / 1000000 as tasks,
                    pg_indexes_size('scheduled_tasks') / 1000000 as task_indexes,
                    pg_table_size('system_access') / 1000000 as accesses,
                    pg_indexes_size('system_access') / 1000000 as access_indexes""").getFirst();
    }

    private static List<Map<String, String>> updates(Postgres postgres) throws SQLException {
        return postgres.rows("""
                select relname as table, n_tup_upd as updates, n_tup_hot_upd as in_place, autovacuum_count as vacuums
                from pg_stat_user_tables where relname in ('scheduled_tasks', 'system_access') order by relname""");
    }

    private Patchbay node(Map<String, String> more) throws IOException, InterruptedException {
        return Patchbay.start(data, Patchbay.PORT, with(more));
    }

    private Patchbay second(Postgres postgres, Map<String, String> more) throws IOException, InterruptedException {
        var settings = with(more);
        settings.put(
                "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/patchbay?sslmode=disable");
        settings.put("SPRING_DATASOURCE_USERNAME", "patchbay");
        settings.put("SPRING_DATASOURCE_PASSWORD", postgres.password());
        settings.put("PATCHBAY_MASTER_KEY_FILE", data.resolve("master.key").toString());
        return Patchbay.start(data.resolveSibling("second"), Patchbay.PORT + 1, settings);
    }

    private Map<String, String> with(Map<String, String> more) {
        var settings = new HashMap<>(more);
        settings.putIfAbsent("PATCHBAY_BACKGROUND_CHECKS", "true");
        settings.put("PATCHBAY_ALLOWED_HOSTS", "localhost");
        // All accounts are at one host here, as they hardly are elsewhere.
        settings.put("PATCHBAY_CHECKS_AT_ONCE_PER_HOST", "1000");
        settings.put("JDK_JAVA_OPTIONS", vendor.trust());
        return settings;
    }

    private static long micros(long pid) {
        try {
            return Cpu.micros(pid);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Where things stand. */
    private record Reading(long checks, long micros, long jvmMicros, long commits, long wal) {

        static Reading of(Postgres postgres, LongSupplier effort, Patchbay patchbay, Vendor vendor) throws SQLException {
            var row = postgres.rows("""
                    select xact_commit as commits, (pg_current_wal_lsn() - '0/0')::bigint as wal
                    from pg_stat_database where datname = current_database()""").getFirst();
            return new Reading(
                    vendor.asked(),
                    effort.getAsLong(),
                    Checks.micros(patchbay.pid()),
                    Long.parseLong(row.get("commits")),
                    Long.parseLong(row.get("wal")));
        }
    }
}
