package io.patchbay.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyHeadersTests {

    @Test
    void whatAnyConnectionHeaderNamesStaysOnItsSide() {
        var headers = lines(
                "Connection: close, X-One ,,x-TWO",
                "connection: X-Three",
                "X-One: 1",
                "X-Two: 2",
                "x-three: 3",
                "X-Four: 4");

        assertThat(ProxyHeaders.sent(headers)).containsExactlyElementsOf(lines("X-Four: 4"));
        assertThat(ProxyHeaders.handedBack(headers)).containsExactlyElementsOf(lines("X-Four: 4"));
    }

    /** Servers that hand headers on as variables write one for the other. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "X_Forwarded_For: 192.0.2.1",
                "X-Forwarded_Host: evil.example",
                "X_Original_URL: /admin",
                "x_rewrite-url: /admin",
                "Transfer_Encoding: chunked",
                "Content_Length: 7",
                "Proxy_Authorization: Basic ZzpoZWlt",
                "Patchbay_Host: evil.example",
            })
    void anUnderscoreMakesNoOtherHeaderOfIt(String header) {
        assertThat(ProxyHeaders.sent(lines(header))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-HTTP-Method-Override: delete",
                "x-http-method:  DELETE ",
                "X-Method-Override: Delete",
                "X_HTTP_Method_Override: DELETE",
            })
    void aMethodInAHeaderIsSeen(String header) {
        assertThat(ProxyHeaders.methods(lines("X-A: PUT", header))).containsExactly("DELETE");
    }

    @Test
    void everyMethodThatIsNamedIsSeen() {
        assertThat(ProxyHeaders.methods(lines("X-HTTP-Method: GET", "X-HTTP-Method: PURGE", "X-Method-Override: ")))
                .containsExactly("GET", "PURGE", "");
    }

    @Test
    void whatOnlyResemblesOneOfThemGoesOn() {
        var headers = lines(
                "X-Forward: 1", "X-Hosts: a", "Connections: close", "X-Patchbays: 1", "Cookies: no", "User_Id: 7");

        assertThat(ProxyHeaders.sent(headers)).isEqualTo(headers);
        assertThat(ProxyHeaders.handedBack(headers)).isEqualTo(headers);
    }

    @Test
    void theSystemsIdOfARequestIsToldUnderANameOfItsOwnAndNobodyElsesUnderThat() {
        assertThat(ProxyHeaders.handedBack(lines("x-request-ID: theirs", "Patchbay-System-Request-Id: forged")))
                .containsExactlyElementsOf(lines("Patchbay-System-Request-Id: theirs"));
        assertThat(ProxyHeaders.handedBack(lines("Connection: X-Request-Id", "X-Request-Id: theirs")))
                .isEmpty();
        assertThat(ProxyHeaders.sent(lines("X-Request-Id: the-programs")))
                .containsExactlyElementsOf(lines("X-Request-Id: the-programs"));
    }

    @Test
    void whatCannotBeOneHeaderIsNotHandedBackAsOne() {
        assertThat(ProxyHeaders.handedBack(lines("X A: 1", "X\u00e9: 1", "X(1): 1", "\r\nX: 1", "X-B: 2")))
                .containsExactlyElementsOf(lines("X-B: 2"));
        assertThat(ProxyHeaders.handedBack(
                        lines("X-Cr: a\rSet-Cookie: b", "X-Lf: a\nb", "X-Both: a\r\nb", "Content-Type: a\u0000b")))
                .containsExactlyElementsOf(
                        lines("X-Cr: a Set-Cookie: b", "X-Lf: a b", "X-Both: a  b", "Content-Type: a b"));
    }

    private static List<HeaderLine> lines(String... headers) {
        return Arrays.stream(headers)
                .map(line -> line.split(":", 2))
                .map(parts -> new HeaderLine(parts[0], parts[1]))
                .toList();
    }
}
