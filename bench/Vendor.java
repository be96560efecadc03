import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A vendor of many accounts, one below each path, who lets everybody in and notes when each account was asked for. It speaks
 * TLS, as vendors do, and thinks for a while before it answers.
 */
final class Vendor implements AutoCloseable {

    private static final Duration THINKING = Duration.ofMillis(200);
    private static final String PASSWORD = "changeit";
    private static final byte[] ANSWER = "{\"name\": \"Demo\"}".getBytes(StandardCharsets.UTF_8);

    private final HttpsServer server;
    private final Path keys;
    private final AtomicIntegerArray times;
    private final AtomicLongArray first;
    private final AtomicLongArray last;

    private Vendor(int port, int accounts, Path keys) throws IOException, GeneralSecurityException {
        this.keys = keys;
        this.times = new AtomicIntegerArray(accounts);
        this.first = new AtomicLongArray(accounts);
        this.last = new AtomicLongArray(accounts);
        this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** With a certificate of its own, made at the first start. */
    static Vendor start(int port, int accounts, Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        var keys = folder.resolve("vendor.p12");
        if (!Files.exists(keys)) {
            makeKeys(keys);
        }
        return new Vendor(port, accounts, keys);
    }

    /** What a JVM has to be told so that it trusts this vendor. */
    String trust() {
        return "-Djavax.net.ssl.trustStore=" + keys + " -Djavax.net.ssl.trustStorePassword=" + PASSWORD;
    }

    void forget() {
        for (var account = 0; account < times.length(); account++) {
            times.set(account, 0);
            first.set(account, 0);
        }
    }

    /** How often an account was asked for. */
    int times(int account) {
        return times.get(account);
    }

    /** When an account was asked for first, in milliseconds since 1970; 0: it was not. */
    long first(int account) {
        return first.get(account);
    }

    /** When an account was asked for last. */
    long last(int account) {
        return last.get(account);
    }

    /** How many accounts were asked for. */
    int asked() {
        var asked = 0;
        for (var account = 0; account < times.length(); account++) {
            asked += times.get(account) > 0 ? 1 : 0;
        }
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var account = Integer.parseInt(exchange.getRequestURI().getPath().split("/", 3)[1]);
            var now = System.currentTimeMillis();
            first.compareAndSet(account, 0, now);
            last.set(account, now);
            times.incrementAndGet(account);
            Thread.sleep(THINKING);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void makeKeys(Path keys) throws IOException, InterruptedException {
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "vendor", "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "3650",
                "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-storetype", "PKCS12",
                "-keystore", keys.toString(), "-storepass", PASSWORD);
        if (command.inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("keytool made no certificate");
        }
    }

    private static SSLContext context(Path keys) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
