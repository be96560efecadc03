import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;

/**
 * Requests through the proxy beside the same client that asks the same server directly, in turns: 64 at a time, at a server
 * that takes its time and at one that answers at once. Then a gigabyte in either direction. Client, server, Patchbay and
 * PostgreSQL share the machine, so at a server that answers at once the processors are what is measured.
 */
final class Proxy {

    private static final int AT_ONCE = 64;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 6);
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 25);
    private static final List<Integer> DELAYS = List.of(50, 20, 0);
    private static final long GIGABYTE = 1L << 30;
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final String GROUP =
            "{\"query\": \"mutation { createCompanyGroup(input: {name: \\\"Proxy %d\\\"}) { companyGroup { id } } }\"}";
    private static final String CONNECTOR = """
            {"query": "mutation($group: ID!) { createConnector(input: {name: \\"Proxy\\", systemSlug: \\"bench-000\\", \
            environment: LIVE, companyGroupId: $group, authenticationMethod: \\"api-key\\", credentials: [\
            {key: \\"address\\", value: \\"http://localhost:%d\\"}, {key: \\"api_key\\", value: \\"demo-api-key\\"}]}) \
            { connector { id } userErrors { message } } }", "variables": {"group": "%s"}}""";

    /** @param micros of processor time of Patchbay and PostgreSQL for each request */
    private record Measured(double perSecond, double millis50, double millis99, double micros) {}

    private final Patchbay patchbay;
    private final String direct;
    private final String through;
    private final CloseableHttpClient client = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(AT_ONCE)
                    .setMaxConnPerRoute(AT_ONCE)
                    .build())
            .disableAutomaticRetries()
            .disableContentCompression()
            .build();

    private Proxy(Patchbay patchbay, String direct, String through) {
        this.patchbay = patchbay;
        this.direct = direct;
        this.through = through;
    }

    static void run(Path scratch) throws IOException, InterruptedException {
        var data = Files.createDirectories(scratch.resolve("proxy")).resolve("data");
        try (var server = new Server();
                var patchbay = Patchbay.start(
                        data, Integer.getInteger("bench.port", 18_080), Map.of("PATCHBAY_ALLOWED_HOSTS", "localhost"))) {
            var group = id(patchbay.ask(GROUP.formatted(System.nanoTime())));
            var connector = id(patchbay.ask(CONNECTOR.formatted(server.port(), group)));
            var address = patchbay.address().resolve("/proxy/connectors/" + connector);
            var proxy = new Proxy(patchbay, "http://localhost:" + server.port(), address.toString());
            proxy.measure();
            proxy.stream();
        }
    }

    private static String id(String answer) {
        var found = ID.matcher(answer);
        if (!found.find()) {
            throw new IllegalStateException(answer);
        }
        return found.group(1);
    }

    private void measure() throws IOException, InterruptedException {
        rate(through + "/0", WARM_UP);
        rate(direct + "/0", Math.max(1, WARM_UP / 3));
        System.out.printf(
                "%-14s %9s %9s %6s %8s %8s %8s %8s   rounds (requests a second)%n",
                "server takes", "direct/s", "proxy/s", "ratio", "p50 ms", "p50 ms", "p99 ms", "CPU us");
        for (var delay : DELAYS) {
            var straight = new ArrayList<Measured>();
            var proxied = new ArrayList<Measured>();
            for (int round = 0; round < ROUNDS; round++) {
                straight.add(rate(direct + "/" + delay, SECONDS));
                proxied.add(rate(through + "/" + delay, SECONDS));
            }
            var one = median(straight, Measured::perSecond);
            var other = median(proxied, Measured::perSecond);
            System.out.printf(
                    "%11d ms %9.0f %9.0f %5.0f%% %8.1f %8.1f %8.1f %8.0f   %s | %s%n",
                    delay,
                    one,
                    other,
                    100 * other / one,
                    median(straight, Measured::millis50),
                    median(proxied, Measured::millis50),
                    median(proxied, Measured::millis99),
                    median(proxied, Measured::micros),
                    rates(straight),
                    rates(proxied));
        }
    }

    private static List<Long> rates(List<Measured> rounds) {
        return rounds.stream().map(round -> Math.round(round.perSecond())).toList();
    }

    private static double median(List<Measured> rounds, ToDoubleFunction<Measured> value) {
        var sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private Measured rate(String address, int seconds) throws IOException, InterruptedException {
        var before = Cpu.micros(patchbay.pid());
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        var took = new ArrayList<List<Long>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int one = 0; one < AT_ONCE; one++) {
                var mine = new ArrayList<Long>();
                took.add(mine);
                threads.submit(() -> askUntil(end, address, mine));
            }
        }
        var all = took.stream().flatMap(List::stream).mapToLong(Long::longValue).sorted().toArray();
        if (all.length == 0) {
            throw new IllegalStateException("Nobody answers at " + address);
        }
        return new Measured(
                1.0 * all.length / seconds,
                all[all.length / 2] / 1e6,
                all[all.length * 99 / 100] / 1e6,
                1.0 * (Cpu.micros(patchbay.pid()) - before) / all.length);
    }

    private Void askUntil(long end, String address, List<Long> took) throws IOException {
        for (var start = System.nanoTime(); start < end; start = System.nanoTime()) {
            var request = new HttpGet(address);
            request.addHeader("Authorization", "Bearer " + Patchbay.TOKEN);
            var length = client.execute(request, answer -> {
                if (answer.getCode() != 200) {
                    throw new IllegalStateException(address + " was answered with " + answer.getCode());
                }
                return answer.getEntity().getContent().readAllBytes().length;
            });
            if (length != Server.BODY.length) {
                throw new IllegalStateException("An answer came of " + length + " bytes");
            }
            took.add(System.nanoTime() - start);
        }
        return null;
    }

    /** A gigabyte down and up, beside the memory that the JVM has resident. */
    private void stream() throws IOException {
        System.out.printf("%nResident MB before: %s%n", patchbay.residentMegabytes());
        for (var address : List.of(direct, through)) {
            var start = System.nanoTime();
            var request = new HttpGet(address + "/gigabyte");
            request.addHeader("Authorization", "Bearer " + Patchbay.TOKEN);
            var down = client.execute(request, answer -> drained(answer.getEntity().getContent()));
            told(address, "down", down, start);
            start = System.nanoTime();
            var put = new HttpPut(address + "/taken");
            put.addHeader("Authorization", "Bearer " + Patchbay.TOKEN);
            put.setEntity(new InputStreamEntity(new Zeros(GIGABYTE), GIGABYTE, null));
            var up = client.execute(put, answer -> Long.parseLong(
                    new String(answer.getEntity().getContent().readAllBytes(), StandardCharsets.US_ASCII)));
            told(address, "up", up, start);
        }
        System.out.printf("Resident MB after: %s%n", patchbay.residentMegabytes());
    }

    private void told(String address, String direction, long bytes, long start) {
        if (bytes != GIGABYTE) {
            throw new IllegalStateException(bytes + " bytes went " + direction);
        }
        System.out.printf(
                "1 GB %-4s %-8s %4.0f MB/s%n",
                direction,
                address.equals(direct) ? "direct" : "proxied",
                bytes / 1e6 / ((System.nanoTime() - start) / 1e9));
    }

    private static long drained(InputStream content) throws IOException {
        var buffer = new byte[65_536];
        long all = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            all += read;
        }
        return all;
    }

    /** So many bytes, none of which is kept anywhere. */
    private static final class Zeros extends InputStream {

        private long rest;

        Zeros(long rest) {
            this.rest = rest;
        }

        @Override
        public int read() {
            return rest-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            if (rest <= 0) {
                return -1;
            }
            var count = (int) Math.min(rest, length);
            rest -= count;
            return count;
        }
    }

    /** A server that does as little as it can: the number in the path says after how many milliseconds. */
    private static final class Server implements AutoCloseable {

        static final byte[] BODY = "{\"orders\": []}".concat(" ".repeat(1_010)).getBytes(StandardCharsets.US_ASCII);

        private final ServerSocket socket = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());

        Server() throws IOException {
            Thread.ofVirtual().start(this::accept);
        }

        int port() {
            return socket.getLocalPort();
        }

        private void accept() {
            while (!socket.isClosed()) {
                try {
                    var one = socket.accept();
                    one.setTcpNoDelay(true);
                    Thread.ofVirtual().start(() -> serve(one));
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private void serve(Socket one) {
            try (one;
                    var in = new BufferedInputStream(one.getInputStream());
                    var out = one.getOutputStream()) {
                for (var head = head(in); head != null; head = head(in)) {
                    answer(head, in, out);
                }
            } catch (IOException | InterruptedException gone) {
                // The client went.
            }
        }

        private static void answer(String head, InputStream in, OutputStream out)
                throws IOException, InterruptedException {
            var path = head.split(" ", 3)[1];
            if (path.endsWith("/gigabyte")) {
                out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + GIGABYTE + "\r\n\r\n").getBytes());
                new Zeros(GIGABYTE).transferTo(out);
            } else if (path.endsWith("/taken")) {
                long taken = 0;
                var buffer = new byte[65_536];
                while (taken < GIGABYTE) {
                    var read = in.read(buffer, 0, (int) Math.min(buffer.length, GIGABYTE - taken));
                    if (read < 0) {
                        throw new IOException("Cut off");
                    }
                    taken += read;
                }
                answer(out, Long.toString(taken).getBytes());
            } else {
                Thread.sleep(Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)));
                answer(out, BODY);
            }
        }

        private static void answer(OutputStream out, byte[] body) throws IOException {
            var head = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            var whole = Arrays.copyOf(head, head.length + body.length);
            System.arraycopy(body, 0, whole, head.length, body.length);
            out.write(whole);
        }

        /** Null: no request comes any more. */
        private static String head(InputStream in) throws IOException {
            var head = new StringBuilder();
            while (head.length() < 4 || head.lastIndexOf("\r\n\r\n") != head.length() - 4) {
                var next = in.read();
                if (next < 0) {
                    return null;
                }
                head.append((char) next);
            }
            return head.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
