package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Systems that do nothing and keep the connection, at an installation that waits for three seconds. */
@TestPropertySource(properties = "patchbay.proxy.silence=3s")
class ProxySilenceTests extends ProxyTest {

    @Test
    void aSystemThatSaysNothingIsGivenUpInPatchbaysWords() {
        echo.answer(exchange -> {});

        var answer = raw("GET " + path("/a"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(504);
        assertThat(answer.header("Patchbay-Error")).contains("SYSTEM_TIMEOUT");
        assertThat(answer.body())
                .contains("\"code\":\"SYSTEM_TIMEOUT\"")
                .contains("\"reason\":\"TIMEOUT\"")
                .doesNotContain("secret-key-of-the-shop");
    }

    @Test
    void anAnswerThatStopsInTheMiddleIsCutOffSoThatNobodyTakesItForWhole() {
        echo.answer(exchange -> exchange.answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello"));

        var answer = raw("GET " + path("/a"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).contains("10");
        assertThat(answer.body()).isEqualTo("hello");
    }
}
