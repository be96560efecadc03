package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes through is never held: more passes than would fit. */
class ProxyMemoryTests {

    private static final long LONG = 256L * 1024 * 1024;
    private static final String TOKEN = "pb_" + "m".repeat(43);
    private static final Map<String, String> SETTINGS = Map.of(
            "PATCHBAY_BOOTSTRAP_COMPANY", "Anna's shops",
            "PATCHBAY_BOOTSTRAP_EMAIL", "anna@example.com",
            "PATCHBAY_BOOTSTRAP_PASSWORD", "correct horse battery",
            "PATCHBAY_BOOTSTRAP_API_TOKEN", TOKEN,
            "PATCHBAY_ALLOWED_HOSTS", "localhost",
            // Less than production has, and less than what passes.
            "_JAVA_OPTIONS", "-Xmx200m");

    @TempDir
    private Path directory;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void moreThanTheHeapPassesInBothDirections() throws Exception {
        try (var echo = new EchoServer();
                var patchbay = PatchbayProcess.start(directory, SETTINGS)) {
            var program = patchbay.program(TOKEN);
            var address = "http://localhost:" + program.port() + "/proxy/connectors/"
                    + ProxyTest.connector(program, echo.address(), "api-key", Map.of("api_key", "any-key"));

            echo.answer(ProxyMemoryTests::sendMuch);
            assertThat(received(request(address).build())).isEqualTo(LONG);

            var taken = new AtomicLong();
            echo.answerUnread(exchange -> takeAll(exchange, taken));
            var sent = client.send(
                    request(address)
                            .PUT(BodyPublishers.ofInputStream(Much::new))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(sent.statusCode()).isEqualTo(200);
            assertThat(taken).hasValue(LONG);
        }
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address + "/file")).header("Authorization", "Bearer " + TOKEN);
    }

    private long received(HttpRequest request) throws Exception {
        try (var body = client.send(request, BodyHandlers.ofInputStream()).body()) {
            var portion = new byte[65_536];
            long all = 0;
            for (int read = body.read(portion); read >= 0; read = body.read(portion)) {
                all += read;
            }
            return all;
        }
    }

    private static void sendMuch(EchoServer.Exchange exchange) throws Exception {
        exchange.answer("HTTP/1.1 200 OK\r\nContent-Length: " + LONG + "\r\n\r\n");
        try (var much = new Much()) {
            much.transferTo(exchange.out());
        }
    }

    /** Counts what comes in chunks of the client's own making. */
    private static void takeAll(EchoServer.Exchange exchange, AtomicLong taken) throws Exception {
        for (int size = size(exchange.in()); size > 0; size = size(exchange.in())) {
            exchange.in().skipNBytes(size + 2);
            taken.addAndGet(size);
        }
        exchange.in().skipNBytes(2);
        EchoServer.HELLO.answer(exchange);
    }

    private static int size(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return Integer.parseInt(line.toString().strip(), 16);
    }

    private static final class Much extends InputStream {

        private long rest = LONG;

        @Override
        public int read() {
            return rest-- > 0 ? 'x' : -1;
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
}
