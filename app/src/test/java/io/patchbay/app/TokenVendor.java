package io.patchbay.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.patchbay.credential.CredentialValue;
import io.patchbay.credential.Credentials;
import io.patchbay.credential.CredentialsId;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Secret;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialDestination;
import io.patchbay.system.CredentialDestination.Place;
import io.patchbay.system.CredentialField;
import io.patchbay.system.CredentialKind;
import io.patchbay.system.Environment;
import io.patchbay.system.SystemCategory;
import io.patchbay.system.SystemDefaults;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemId;
import io.patchbay.token.IssuedTokens;
import io.patchbay.token.TokenHolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A vendor with a token endpoint that replaces each refresh token by a new one and counts. Its tokens are recognisable. */
final class TokenVendor implements AutoCloseable {

    private final HttpServer server;
    private final Queue<String> presented = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> versions = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> withheld = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);

    TokenVendor() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/token", this::token);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Lets the next answer to a client never leave; counts down when it would have. */
    CountDownLatch withholdAnswerTo(String client) {
        var reached = new CountDownLatch(1);
        withheld.put(client, reached);
        return reached;
    }

    List<String> presented(String client) {
        return presented.stream().filter(token -> token.contains(client)).toList();
    }

    /** Tokens of number 1, which have ended an hour ago. */
    static IssuedTokens ended(String client) {
        var issued = Instant.now().minus(Duration.ofHours(2));
        return new IssuedTokens(
                new Secret(access(client, 1)),
                new Secret(refresh(client, 1)),
                "anna@vendor.example",
                List.of("orders"),
                issued,
                issued.plus(Duration.ofHours(1)),
                null,
                null);
    }

    static String access(String client, int number) {
        return "recognisable-access-" + client + "-" + number;
    }

    static String refresh(String client, int number) {
        return "recognisable-refresh-" + client + "-" + number;
    }

    /** Somebody who is connected to this vendor. */
    static TokenHolder holder(String address, CompanyId company, CredentialsId id, String client, String refreshReuse) {
        var method = new AuthenticationMethod(
                "connect",
                "Connect",
                AuthenticationType.OAUTH2_AUTHORIZATION_CODE,
                null,
                List.of(field("address", Place.BASE_URL), field("client_id", Place.CLIENT_ID)),
                Map.of(
                        "tokenUrl", "{+address}/token",
                        "clientAuthentication", "none",
                        "refreshReuse", refreshReuse),
                true);
        var values = new LinkedHashMap<String, CredentialValue>();
        values.put("address", new CredentialValue.Plain(address));
        values.put("client_id", new CredentialValue.Plain(client));
        return new TokenHolder(
                company,
                new SystemDefinition(
                        new SystemId("vendor"),
                        "Vendor",
                        SystemCategory.OTHER,
                        "Sells.",
                        null,
                        "#000000",
                        "<svg/>",
                        Map.of(Environment.LIVE, "{+address}"),
                        new SystemDefaults(null, "ISO_8601", null, null),
                        null,
                        List.of(method),
                        null,
                        Map.of(),
                        List.of()),
                Environment.LIVE,
                method,
                new Credentials(id, method.key(), values));
    }

    private static CredentialField field(String key, Place place) {
        return new CredentialField(
                key,
                key,
                CredentialKind.TEXT,
                false,
                true,
                null,
                null,
                null,
                List.of(),
                new CredentialDestination(place, null, null),
                true);
    }

    private void token(HttpExchange exchange) throws IOException {
        try (exchange) {
            var form = form(exchange);
            var client = form.get("client_id");
            presented.add(form.get("refresh_token"));
            int number = versions.merge(client, 2, (before, first) -> before + 1);
            var reached = withheld.remove(client);
            if (reached != null) {
                reached.countDown();
                end.await();
            }
            var answer = "{\"access_token\":\"%s\",\"refresh_token\":\"%s\",\"expires_in\":3600}"
                    .formatted(access(client, number), refresh(client, number))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return Arrays.stream(body.split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }
}
