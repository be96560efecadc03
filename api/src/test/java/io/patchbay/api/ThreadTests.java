package io.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.ApiTestApplication.AskingThread;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ThreadTests extends ApiTest {

    @Autowired
    private AskingThread asking;

    @Test
    void controllersAnswerOnTheThreadOfTheRequest() {
        ask("{ viewer { name } }").path("viewer.name").hasValue();

        assertThat(asking.thread).isSameAs(Thread.currentThread());
    }
}
