package io.patchbay.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessKind;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import io.patchbay.proxy.api.ProxyAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes on to a system, what comes back, and who may ask at all. */
class ProxyTests extends ProxyTest {

    @BeforeEach
    void echoesAgain() {
        echo.answer(EchoServer.HELLO);
        echo.received();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void methodsAndBodiesGoOn(String method) {
        var answer = ApiClient.send(to("/orders?a=1")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString("{\"name\": \"é\"}"))
                .build());

        var received = echo.one();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("hello");
        assertThat(received.line()).isEqualTo(method + " /base/orders?a=1 HTTP/1.1");
        assertThat(received.header("X-Api-Key")).contains("secret-key-of-the-shop");
        assertThat(received.header("Content-Type")).contains("application/json");
        assertThat(new String(received.body(), UTF_8)).isEqualTo("{\"name\": \"é\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "CONNECTED"})
    void otherMethodsAreNotAllowed(String method) {
        var answer = raw(method + " " + path("/a"));

        assertThat(echo.received()).isEmpty();
        assertThat(answer.status()).as(answer.text()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET, POST, PUT, PATCH, DELETE");
        assertThat(answer.header("Patchbay-Error")).contains("METHOD_NOT_ALLOWED");
    }

    @Test
    void aFormIsTheSystemsToRead() {
        for (var method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            raw(
                    method + " " + path("/form"),
                    "Content-Type: application/x-www-form-urlencoded",
                    "Content-Length: 7\r\n\r\na=1&b=2");

            assertThat(text(echo.one().body())).as(method).isEqualTo("a=1&b=2");
        }
    }

    @Test
    void aBodyOfUnknownLengthStaysOne() {
        raw(
                "POST " + path("/a"),
                "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\nX-Trailer: t\r\n");

        var received = echo.one();
        assertThat(received.header("Transfer-Encoding")).contains("chunked");
        assertThat(received.headers("Content-Length")).isEmpty();
        assertThat(received.headers("X-Trailer")).isEmpty();
        assertThat(text(received.body())).isEqualTo("abcdefg");
    }

    @Test
    void noBodyAndAnEmptyOneAreToldApart() {
        raw("GET " + path("/a"));
        assertThat(echo.one().headers("Content-Length")).isEmpty();

        raw("PUT " + path("/a"), "Content-Length: 0");
        assertThat(echo.one().headers("Content-Length")).containsExactly("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Basic ZzpoZWlt",
                "Cookie: patchbay=session",
                "Forwarded: for=192.0.2.1",
                "X-Forwarded-For: 192.0.2.1",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Prefix: /x",
                "X-Forwarded: for=1",
                "X-Original-Forwarded-For: 192.0.2.1",
                "X-HTTP-Host-Override: evil.example",
                "X-Real-IP: 192.0.2.1",
                "X-Client-IP: 192.0.2.1",
                "True-Client-IP: 192.0.2.1",
                "X-Original-URL: /admin",
                "X-Rewrite-URL: /admin",
                "X-Host: evil.example",
                "Via: 1.1 proxy",
                "Keep-Alive: timeout=5",
                "Proxy-Authorization: Basic ZzpoZWlt",
                "Proxy-Connection: keep-alive",
                "TE: trailers",
                "Trailer: X-Trailer",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAAQAAP",
                "Expect: 100-continue",
                "Patchbay-Error: NONE",
                "X-Patchbay-Client: page",
                "X-Api-Key: of-the-program",
                "x-api-key: of-the-program",
                "X_Api_Key: of-the-program",
                "X_Forwarded_For: 192.0.2.1",
            })
    void headersThatAreNotTheProgramsToSendStayHere(String header) {
        raw("GET " + path("/a"), header);

        var received = echo.one();
        var name = header.substring(0, header.indexOf(':'));
        assertThat(received.headers(name)).doesNotContain(header.substring(name.length() + 2));
        assertThat(String.join("\n", received.headers())).doesNotContain(program.token());
        assertThat(received.headers("X-Api-Key")).containsExactly("secret-key-of-the-shop");
    }

    @Test
    void headersThatTheConnectionNamesStayHereToo() {
        RawRequest.send(
                port,
                "GET " + path("/a") + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + program.token()
                        + "\r\nConnection: close, X-Hop ,x-other\r\nX-Hop: 1\r\nX-Other: 2\r\nX-Stays: 3\r\n\r\n");

        var received = echo.one();
        assertThat(received.headers("X-Hop")).isEmpty();
        assertThat(received.headers("X-Other")).isEmpty();
        assertThat(received.headers("X-Stays")).containsExactly("3");
    }

    @Test
    void everyOtherHeaderGoesOnAsItIs() {
        raw(
                "GET " + path("/a"),
                "Accept: application/xml",
                "Accept-Encoding: br;q=0.9, gzip",
                "Idempotency-Key: \"k\"",
                "If-None-Match: \"tag\"",
                "Range: bytes=0-9",
                "User-Agent: stock-sync/1.2",
                "X-Many: one",
                "X-Many: two",
                "X-Latin: caf\u00e9");

        var received = echo.one();
        assertThat(received.headers("Host")).containsExactly("localhost:" + echo.port());
        assertThat(received.headers("Accept")).containsExactly("application/xml");
        assertThat(received.headers("Accept-Encoding")).containsExactly("br;q=0.9, gzip");
        assertThat(received.headers("Idempotency-Key")).containsExactly("\"k\"");
        assertThat(received.headers("If-None-Match")).containsExactly("\"tag\"");
        assertThat(received.headers("Range")).containsExactly("bytes=0-9");
        assertThat(received.headers("User-Agent")).containsExactly("stock-sync/1.2");
        assertThat(received.headers("X-Many")).containsExactly("one", "two");
        assertThat(received.headers("X-Latin")).containsExactly("caf\u00e9");
    }

    @Test
    void aProgramThatSaysNothingOfEncodingsIsSentNone() {
        raw("GET " + path("/a"));

        assertThat(echo.one().headers("Accept-Encoding")).isEmpty();
    }

    @Test
    void whatIsForTheSystemsOwnVisitorsIsNotHandedBack() {
        var dropped = List.of(
                "Set-Cookie: a=b",
                "Set-Cookie: c=d",
                "Connection: X-Hop",
                "X-Hop: 1",
                "Keep-Alive: timeout=5",
                "Proxy-Authenticate: Basic",
                "WWW-Authenticate: Basic realm=\"shop\"",
                "Strict-Transport-Security: max-age=1",
                "Alt-Svc: h3=\":443\"",
                "Clear-Site-Data: \"*\"",
                "Access-Control-Allow-Origin: *",
                "Access-Control-Allow-Credentials: true",
                "Content-Security-Policy: default-src *",
                "X-Content-Type-Options: none",
                "X-Frame-Options: ALLOWALL",
                "Refresh: 0; url=https://evil.example",
                "Service-Worker-Allowed: /",
                "Patchbay-Error: NOT_FOUND",
                "X-Echo: your key is secret-key-of-the-shop");
        echo.answer(exchange -> exchange.answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Type: text/html\r\n"
                + "ETag: \"e\"\r\nX-Kept: 1\r\nX-Kept: 2\r\n" + String.join("\r\n", dropped) + "\r\n\r\nok"));

        var answer = raw("GET " + path("/a"));

        for (var header : dropped) {
            assertThat(answer.head().toLowerCase(Locale.ROOT)).doesNotContain(header.toLowerCase(Locale.ROOT));
        }
        assertThat(answer.headers("X-Kept")).containsExactly("1", "2");
        assertThat(answer.headers("ETag")).containsExactly("\"e\"");
        assertThat(answer.headers("Content-Type")).containsExactly("text/html");
        assertThat(answer.headers("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers("Content-Security-Policy")).containsExactly("default-src 'none'; sandbox");
        assertThat(answer.headers("Patchbay-Error")).isEmpty();
        assertThat(answer.body()).isEqualTo("ok");
    }

    @Test
    void theIdOfTheRequestIsPatchbaysAndTheSystemsHasANameOfItsOwn() {
        echo.answer(exchange -> exchange.answer("HTTP/1.1 200 OK\r\nX-Request-Id: theirs-7\r\nContent-Length: 0\r\n"
                + "Patchbay-System-Request-Id: forged\r\n\r\n"));

        var answer = raw("GET " + path("/a"), "X-Request-Id: of-the-program");

        assertThat(answer.headers("X-Request-Id")).containsExactly("of-the-program");
        assertThat(answer.headers("Patchbay-System-Request-Id")).containsExactly("theirs-7");
        assertThat(echo.one().headers("X-Request-Id")).containsExactly("of-the-program");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 206, 304, 400, 401, 403, 404, 409, 418, 429, 500, 503})
    void statusesAreHandedBack(int status) {
        var body = status == 204 || status == 304 ? "" : "Content-Length: 4\r\n\r\nbody";
        echo.answer(exchange ->
                exchange.answer("HTTP/1.1 " + status + " X\r\nRetry-After: 7\r\n" + (body.isEmpty() ? "\r\n" : body)));

        var answer = raw("GET " + path("/a"));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Retry-After")).contains("7");
        assertThat(answer.header("Patchbay-Error")).isEmpty();
        assertThat(answer.body()).isEqualTo(body.isEmpty() ? "" : "body");
    }

    @Test
    void whatIsCompressedOrNotStaysSo() {
        var long_ = "{\"a\": \"" + "x".repeat(10_000) + "\"}";
        echo.answer(exchange -> exchange.answer("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + long_.length() + "\r\n\r\n" + long_));
        var plain = raw("GET " + path("/a"), "Accept-Encoding: gzip");
        assertThat(plain.headers("Content-Encoding")).isEmpty();
        assertThat(plain.header("Content-Length")).contains(Integer.toString(long_.length()));
        assertThat(plain.body()).isEqualTo(long_);

        echo.answer(exchange -> exchange.answer("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                + "Content-Encoding: gzip\r\nContent-Length: 6\r\n\r\n\u001f\u008bodd!"));
        var packed = raw("GET " + path("/a"));
        assertThat(packed.headers("Content-Encoding")).containsExactly("gzip");
        assertThat(packed.body()).isEqualTo("\u001f\u008bodd!");
    }

    @Test
    void anAnswerInPortionsArrivesWholeWithoutItsTrailers() {
        echo.answer(
                exchange -> exchange.answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n"
                        + "3\r\nabc\r\n3\r\ndef\r\n0\r\nX-Sum: 1\r\n\r\n"));

        var answer = ApiClient.send(to("/a").build());

        assertThat(answer.body()).isEqualTo("abcdef");
        assertThat(answer.headers().map()).doesNotContainKeys("x-sum", "trailer");
    }

    @ParameterizedTest
    @CsvSource({
        "/base/b, {proxy}/b",
        "{echo}/base/b?x=1#f, {proxy}/b?x=1#f",
        "b, {proxy}/b",
        "../base/c, {proxy}/c",
        "{echo}/base, {proxy}",
        "{echo}/other, {echo}/other",
        "/other, {echo}/other",
        "{echo}/based, {echo}/based",
        "https://elsewhere.example/x, https://elsewhere.example/x",
        "//elsewhere.example/x, http://elsewhere.example/x",
        "{echo}/base/b?key=secret-key-of-the-shop&x=1, {proxy}/b?x=1",
    })
    void redirectionsLeadBackToTheProxyOrToTheWholeAddress(String location, String told) {
        echo.answer(exchange -> exchange.answer("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: "
                + location.replace("{echo}", echo.address()) + "\r\n\r\n"));

        var answer = raw("GET " + path("/a"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers("Location"))
                .containsExactly(told.replace("{echo}", echo.address()).replace("{proxy}", path("")));
        assertThat(echo.received()).hasSize(1);
    }

    @Test
    void onlyATokenOpensTheProxy() {
        var login = RawRequest.send(
                port,
                "GET " + path("/a") + " HTTP/1.1\r\nHost: localhost\r\nCookie: patchbay=x\r\nX-Patchbay-Client: x\r\n"
                        + "Connection: close\r\n\r\n");
        var wrong = ApiClient.send(
                new ApiClient(port, "pb_wrong").request(path("/a")).build());

        assertThat(login.status()).isEqualTo(401);
        assertThat(login.header("WWW-Authenticate")).contains("Bearer realm=\"Patchbay\"");
        assertThat(login.header("Patchbay-Error")).contains("UNAUTHORIZED");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(echo.received()).isEmpty();
    }

    @Test
    void anAdministratorWhoIsLoggedInIsNobodyHere() {
        var company = companies.register();
        var own = connector(program(company.token()), "api-key", Map.of("api_key", "any-key"));
        echo.received();
        var browser = new Browser(port, "2001:db8:0f::1");
        browser.logIn(company.email(), TestCompanies.PASSWORD);
        assertThat(browser.open("/connectors").statusCode()).isEqualTo(200);

        var answer =
                browser.send(browser.request("/proxy/connectors/" + own + "/a").header("X-Patchbay-Client", "page"));

        assertThat(browser.session()).isPresent();
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Patchbay-Error")).contains("UNAUTHORIZED");
        assertThat(echo.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer pb_wrong",
                "Bearer",
                "Bearer  ",
                "{token}",
                "Basic {token}",
                "Bearer {token}x",
                "Token {token}"
            })
    void aWrongTokenOpensNothing(String authorization) {
        var answer = RawRequest.send(
                port,
                "GET " + path("/a") + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                        + authorization.replace("{token}", program.token()) + "\r\n\r\n");

        assertThat(answer.status()).as(answer.text()).isEqualTo(401);
        assertThat(answer.header("Patchbay-Error")).contains("UNAUTHORIZED");
        assertThat(answer.header("WWW-Authenticate")).contains("Bearer realm=\"Patchbay\"");
        assertThat(answer.body()).contains("\"code\":\"UNAUTHORIZED\"").doesNotContain(program.token());
        assertThat(echo.received()).isEmpty();
    }

    @Test
    void aSystemThatIsNotSpokenToByHttpIsRefused() {
        var created = DemoShop.createConnector(
                program,
                Map.of(
                        "systemSlug",
                        "sftp",
                        "name",
                        "Files",
                        "environment",
                        "LIVE",
                        "companyGroupId",
                        DemoShop.group(program, "Files"),
                        "authenticationMethod",
                        "password",
                        "credentials",
                        List.of(
                                DemoShop.credential("host", "localhost"),
                                DemoShop.credential("port", Integer.toString(echo.port())),
                                DemoShop.credential("username", "patchbay"),
                                DemoShop.credential("password", "password-of-the-files"),
                                DemoShop.credential("host_fingerprint", "SHA256:" + "0".repeat(43)))));
        assertThat(created.at("/userErrors")).isEmpty();
        echo.received();

        var answer = raw("GET /proxy/connectors/" + created.at("/connector/id").asString() + "/a");

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Patchbay-Error")).contains("NOT_AVAILABLE");
        assertThat(answer.header("Content-Type")).contains("application/json;charset=UTF-8");
        assertThat(answer.body()).contains("\"code\":\"NOT_AVAILABLE\"").contains("not spoken to by HTTP");
        assertThat(echo.received()).isEmpty();
    }

    @Test
    void aBodyThatWaitsToBeAskedForIsAskedForAndGoesOn() throws IOException {
        try (var socket = expecting("POST " + path("/a"))) {
            var head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                head.append((char) socket.getInputStream().read());
            }
            assertThat(head).startsWith("HTTP/1.1 100");
            socket.getOutputStream().write("hello".getBytes(UTF_8));
            socket.getOutputStream().flush();

            assertThat(text(socket.getInputStream().readAllBytes())).startsWith("HTTP/1.1 200");
        }
        var received = echo.one();
        assertThat(text(received.body())).isEqualTo("hello");
        assertThat(received.headers("Content-Length")).containsExactly("5");
        assertThat(received.headers("Expect")).isEmpty();
    }

    @Test
    void aBodyThatWouldBeRefusedIsNotAskedFor() throws IOException {
        try (var socket = expecting("POST " + path("/../a"))) {
            assertThat(text(socket.getInputStream().readAllBytes()))
                    .startsWith("HTTP/1.1 400")
                    .contains("Patchbay-Error: PATH_REFUSED")
                    .doesNotContain("HTTP/1.1 100");
        }
        assertThat(echo.received()).isEmpty();
    }

    /** A request whose body of five bytes is still to come. */
    private Socket expecting(String line) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write((line + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + program.token()
                                + "\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n")
                        .getBytes(UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    @Test
    void aRevokedTokenOpensNothing() {
        var created = program.mutate(
                "createApiToken", "CreateApiTokenInput", Map.of("name", "Short"), "secret apiToken { id }");
        var other = new ApiClient(port, created.at("/secret").asString());
        assertThat(ApiClient.send(other.request(path("/a")).build()).statusCode())
                .isEqualTo(200);

        program.mutate(
                "revokeApiToken",
                "RevokeApiTokenInput",
                Map.of("id", created.at("/apiToken/id").asString()),
                "apiToken { id }");

        assertThat(ApiClient.send(other.request(path("/a")).build()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void noPageOfAnotherOriginMayAsk() {
        var preflight = RawRequest.send(
                port,
                "OPTIONS " + path("/a") + " HTTP/1.1\r\nHost: localhost\r\nOrigin: https://shop.example\r\n"
                        + "Access-Control-Request-Method: GET\r\nConnection: close\r\n\r\n");
        var asked = raw("GET " + path("/a"), "Origin: https://shop.example");

        assertThat(preflight.status()).isEqualTo(401);
        assertThat(preflight.head() + asked.head()).doesNotContainIgnoringCase("Access-Control-Allow");
    }

    @Test
    void anAddressThatIsTooLongToBeReadIsTheClientsError() {
        var answer = RawRequest.send(
                port,
                "GET " + path("/" + "a".repeat(20_000)) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void anotherCompanysConnectorIsAsUnknownAsOneThatNobodyHas() {
        var stranger = programOfANewCompany();
        var unknown = ProxyAddress.of(AccessKind.CONNECTOR, new AccessId(UUID.randomUUID()));

        var foreign = ApiClient.send(stranger.request(path("/a")).build());
        var nobodys = ApiClient.send(stranger.request(unknown + "/a").build());

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(withoutRequestId(foreign))
                .isEqualTo(withoutRequestId(nobodys))
                .contains("NOT_FOUND");
        assertThat(echo.received()).isEmpty();
    }

    private static String withoutRequestId(HttpResponse<String> answer) {
        return answer.body().replaceAll("\"requestId\":\"[0-9a-f]+\"", "");
    }

    @Test
    void aConnectorIsNoInstance() {
        var uuid = GlobalId.uuid(NodeType.CONNECTOR, connector);

        for (var address :
                List.of(ProxyAddress.of(AccessKind.INSTANCE, new AccessId(uuid)), "/proxy/instances/" + connector)) {
            assertThat(ApiClient.send(program.request(address + "/a").build()).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void anInstanceIsUsedAlike() {
        DemoShop.install(program);
        var input = DemoShop.instance("demo");
        input.put("authenticationMethod", "api-key");
        input.put(
                "credentials",
                List.of(
                        DemoShop.credential("address", echo.address() + "/of/instance"),
                        DemoShop.credential("api_key", "key-of-the-instance")));
        var created = DemoShop.createInstance(program, input);
        assertThat(created.at("/userErrors")).isEmpty();
        echo.received();

        ApiClient.send(
                program.request("/proxy/instances/" + created.at("/instance/id").asString() + "/a")
                        .build());

        assertThat(echo.received())
                .last()
                .satisfies(it -> assertThat(it.target()).isEqualTo("/of/instance/a"))
                .satisfies(it -> assertThat(it.headers("X-Api-Key")).containsExactly("key-of-the-instance"));
    }

    @Test
    void connectionsAreKeptAndNoneIsSharedByTwoConnectors() {
        var other = connector(program, "api-key", Map.of("api_key", "another-key"));
        var before = echo.connections();
        for (int time = 0; time < 5; time++) {
            ApiClient.send(to("/a").build());
            ApiClient.send(program.request("/proxy/connectors/" + other + "/a").build());
        }

        assertThat(echo.connections() - before).isLessThanOrEqualTo(2);
    }

    @Test
    void aKeptConnectionThatTheSystemClosedHarmsNobody() {
        var own = connector(program, "api-key", Map.of("api_key", "another-key"));
        echo.answer(exchange -> {
            EchoServer.HELLO.answer(exchange);
            exchange.in().close();
        });
        var statuses = new ArrayList<Integer>();
        for (int time = 0; time < 20; time++) {
            statuses.add(ApiClient.send(
                            program.request("/proxy/connectors/" + own + "/a").build())
                    .statusCode());
        }

        assertThat(statuses).containsOnly(200);
    }

    @Test
    void aMethodInAHeaderIsHeldToTheSameList() {
        var overridden = raw("POST " + path("/a"), "X-HTTP-Method-Override: PURGE", "Content-Length: 0");
        assertThat(overridden.status()).isEqualTo(405);
        assertThat(echo.received()).isEmpty();

        raw("POST " + path("/a"), "X-HTTP-Method-Override: patch", "Content-Length: 0");
        assertThat(echo.one().headers("X-HTTP-Method-Override")).containsExactly("patch");
    }

    @Test
    void noStatementIsAskedForASecretThatWasJustUsed() {
        ApiClient.send(to("/a").build());

        assertThat(statements.ofAnybodyDuring(() -> ApiClient.send(to("/a").build())))
                .anyMatch(sql -> sql.contains("system_access"))
                .noneMatch(sql -> sql.contains("from secret"));
    }
}
