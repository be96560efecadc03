package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Systems that do nothing, at an installation that waits for three seconds. */
@TestPropertySource(properties = "patchbay.proxy.silence=3s")
class ProxySilenceTests extends ProxyTest {

    private final CountDownLatch over = new CountDownLatch(1);

    @BeforeEach
    void forgetWhatCameBefore() {
        echo.received();
    }

    @AfterEach
    void nobodyIsKeptWaiting() {
        over.countDown();
    }

    @Test
    void aSystemThatSaysNothingIsGivenUpInPatchbaysWords() {
        echo.answer(exchange -> over.await());

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
        echo.answer(exchange -> {
            exchange.answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello");
            over.await();
        });
        var known = raw("GET " + path("/a"));
        assertThat(known.status()).isEqualTo(200);
        assertThat(known.header("Content-Length")).contains("10");
        assertThat(known.body()).isEqualTo("hello");
    }

    @Test
    void aSystemThatTakesNothingIsGivenUpToo() {
        echo.answerUnread(exchange -> over.await());

        var answer = raw("POST " + path("/a"), "Content-Length: 3\r\n\r\nabc");

        assertThat(answer.header("Patchbay-Error")).contains("SYSTEM_TIMEOUT");
    }
}
