package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class LogFormatTests {

    private static final String FORMAT = "logging.structured.format.console";

    @Test
    void isTextUnlessJsonIsWanted() {
        assertThat(prepared(null).getProperty(FORMAT)).isNull();
        assertThat(prepared("").getProperty(FORMAT)).isNull();
        assertThat(prepared("text").getProperty(FORMAT)).isNull();
        assertThat(prepared("json").getProperty(FORMAT)).isEqualTo("ecs");
    }

    @Test
    void isNothingElse() {
        assertThatThrownBy(() -> prepared("xml"))
                .isInstanceOf(UnusableSettingException.class)
                .hasMessage("PATCHBAY_LOG_FORMAT is text or json, not \"xml\"");
    }

    private static MockEnvironment prepared(String format) {
        var environment = new MockEnvironment();
        if (format != null) {
            environment.setProperty("PATCHBAY_LOG_FORMAT", format);
        }
        new LogFormat().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
