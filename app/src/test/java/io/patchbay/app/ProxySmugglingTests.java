package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that two servers on the way could read as different ones, or as two. */
class ProxySmugglingTests extends ProxyTest {

    private static final String SECOND = "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @BeforeEach
    void echoesAgain() {
        echo.answer(EchoServer.HELLO);
        echo.received();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 3\r\nContent-Length: 4",
                "Content-Length: 4\r\nContent-Length: 4",
                "Content-Length: 4, 4",
                "Content-Length: 3 4",
                "Content-Length: 0x4",
                "Content-Length: -4",
                "Content-Length: 4a",
                "Content-Length: 99999999999999999999",
                "Content-Length : 4",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked;q=1",
                "Transfer-Encoding: \"chunked\"",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Transfer-Encoding:\u000bchunked",
                "X A: 1",
                "X-Null: a\u0000b",
                "X-Return: a\rTransfer-Encoding: chunked",
                ": nameless",
                "X\u00e9: 1",
                "Host: evil.example",
            })
    void whatCanBeReadInTwoWaysGoesNowhere(String headers) {
        var answer = raw("POST " + path("/a"), headers + "\r\n\r\n0\r\n\r\n" + SECOND);

        assertThat(answer.status()).as(answer.text()).isBetween(400, 501);
        assertThat(echo.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xchunked", "identity", "gzip", "gzip, chunked", "deflate, gzip, chunked"})
    void anUnknownTransferEncodingIsNamedAndEndsTheConnection(String encoding) {
        var answer = kept("Transfer-Encoding: " + encoding);

        assertThat(answer.status()).as(answer.text()).isEqualTo(501);
        assertThat(answer.header("Patchbay-Error")).contains("ENCODING_NOT_SUPPORTED");
        assertThat(answer.header("Allow")).isEmpty();
        assertThat(answer.header("Connection")).contains("close");
        assertThat(answer.body())
                .contains("\"code\":\"ENCODING_NOT_SUPPORTED\"", "Transfer-Encoding: chunked")
                .doesNotContain("gzip");
        assertThat(echo.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 3\r\nContent-Length: 4",
                "Content-Length: 4a",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "X A: 1",
                "Host: evil.example",
            })
    void headersThatCannotBeReadAreNotBlamedOnThePath(String headers) {
        var answer = kept(headers);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Patchbay-Error")).contains("BAD_REQUEST");
        assertThat(answer.header("Connection")).contains("close");
        assertThat(answer.body()).contains("\"code\":\"BAD_REQUEST\"").doesNotContain("evil");
        assertThat(echo.received()).isEmpty();
    }

    /** The answer to whoever would like to send more on the same connection, and does. */
    private RawRequest.RawAnswer kept(String headers) {
        return RawRequest.send(
                port,
                "POST " + path("/a") + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + program.token()
                        + "\r\n" + headers + "\r\n\r\n0\r\n\r\n" + SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 4",
            })
    void ofTwoLengthsOneGoesOnAndWhatFollowsIsNoRequest(String headers) {
        raw("POST " + path("/a"), headers + "\r\n\r\n0\r\n\r\n" + SECOND);

        var received = echo.one();
        assertThat(received.headers("Transfer-Encoding")).containsExactly("chunked");
        assertThat(received.headers("Content-Length")).isEmpty();
        assertThat(received.body()).isEmpty();
    }

    @Test
    void aFoldedHeaderGoesOnAsOneLine() {
        raw("GET " + path("/a"), "X-Folded: 1\r\n Transfer-Encoding: chunked");

        var received = echo.one();
        assertThat(received.headers("X-Folded")).containsExactly("1 Transfer-Encoding: chunked");
        assertThat(received.headers("Transfer-Encoding")).isEmpty();
    }

    @Test
    void aConnectionHeaderTakesNothingAwayThatCredentialsOrBodiesNeed() {
        RawRequest.send(
                port,
                "POST " + path("/a") + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + program.token()
                        + "\r\nConnection: close, Authorization, X-Api-Key, Host, Content-Length, Content-Type\r\n"
                        + "X-Api-Key: of-the-program\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\nabc");

        var received = echo.one();
        assertThat(received.headers("X-Api-Key")).containsExactly("secret-key-of-the-shop");
        assertThat(received.headers("Authorization")).isEmpty();
        assertThat(received.headers("Content-Length")).containsExactly("3");
        assertThat(received.headers("Host")).containsExactly("localhost:" + echo.port());
        assertThat(text(received.body())).isEqualTo("abc");
    }

    @Test
    void nothingIsUpgraded() {
        var answer = RawRequest.send(
                port,
                "GET " + path("/a") + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + program.token()
                        + "\r\nConnection: close, Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(echo.one().headers("Upgrade")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET http://evil.example{path}",
                "GET //evil.example{path}",
                "GET http://localhost@evil.example{path}",
                "CONNECT localhost:1",
                "CONNECT {path}",
                "PRI *",
                "TRACK {path}",
                "DEBUG {path}",
                "GET\u0000 {path}",
            })
    void otherTargetsGoNowhere(String line) {
        var answer = raw(line.replace("{path}", path("/a")));

        assertThat(answer.status()).as(answer.text()).isBetween(400, 501);
        assertThat(echo.received()).isEmpty();
    }
}
