package io.patchbay.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** A company with one connector to a system that shows what it received. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProxyTest extends WholeApplication {

    final EchoServer echo = echo();
    ApiClient program;
    String connector = "";

    @Autowired
    CountedStatements statements;

    private static EchoServer echo() {
        try {
            return new EchoServer();
        } catch (IOException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    @BeforeAll
    void setUpOneConnector() {
        program = programOfANewCompany();
        connector = connector(program, "api-key", Map.of("api_key", "secret-key-of-the-shop"));
    }

    @AfterAll
    void stopEcho() throws IOException {
        echo.close();
    }

    /** A connector to the echoing system, by its id; the check that follows its making is over. */
    String connector(ApiClient of, String method, Map<String, String> credentials) {
        return connector(of, echo.address() + "/base", method, credentials);
    }

    static String connector(ApiClient of, String address, String method, Map<String, String> credentials) {
        var all = new HashMap<>(credentials);
        all.put("address", address);
        return DemoShop.createConnector(
                        of,
                        Map.of(
                                "systemSlug",
                                "demo-shop",
                                "name",
                                "Shop " + method,
                                "environment",
                                "LIVE",
                                "companyGroupId",
                                DemoShop.group(of, "Group " + System.nanoTime()),
                                "authenticationMethod",
                                method,
                                "credentials",
                                all.entrySet().stream()
                                        .map(it -> DemoShop.credential(it.getKey(), it.getValue()))
                                        .toList()))
                .at("/connector/id")
                .asString();
    }

    String path(String below) {
        return "/proxy/connectors/" + connector + below;
    }

    RawRequest.RawAnswer raw(String line, String... headers) {
        return RawRequest.send(
                port,
                line + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + program.token()
                        + "\r\nConnection: close\r\n" + lines(headers) + "\r\n");
    }

    private static String lines(String... headers) {
        return String.join("", List.of(headers).stream().map(it -> it + "\r\n").toList());
    }

    HttpRequest.Builder to(String below) {
        return program.request(path(below));
    }

    static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
