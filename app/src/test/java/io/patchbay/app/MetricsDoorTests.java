package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.BadCredentialsException;

class MetricsDoorTests {

    private static final String TOKEN = "sixteen-letters!";

    @Test
    void isShutForEverybodyWhereNoTokenIsSet() throws Exception {
        var door = new MetricsDoor(new MockEnvironment());
        var answer = new MockHttpServletResponse();

        assertThat(door.opens(showing(""))).isFalse();
        assertThat(door.opens(showing(TOKEN))).isFalse();
        door.commence(showing(TOKEN), answer, new BadCredentialsException("no"));
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsString()).contains("PATCHBAY_METRICS_TOKEN");
    }

    @Test
    void opensToTheTokenAlone() {
        var door = new MetricsDoor(settings(TOKEN));

        assertThat(door.opens(showing(TOKEN))).isTrue();
        assertThat(door.opens(showing(TOKEN + "!"))).isFalse();
        assertThat(door.opens(new MockHttpServletRequest())).isFalse();
    }

    @Test
    void takesNoTokenThatIsSoonGuessed() {
        assertThatThrownBy(() -> new MetricsDoor(settings("short")))
                .isInstanceOf(UnusableSettingException.class)
                .hasMessage("PATCHBAY_METRICS_TOKEN has at least 16 characters");
    }

    @Test
    void withoutATokenNothingIsMadeThatNobodyMayRead() {
        var none = new MockEnvironment();
        var some = settings(TOKEN);

        new MetricsSwitch().postProcessEnvironment(none, new SpringApplication());
        new MetricsSwitch().postProcessEnvironment(some, new SpringApplication());

        assertThat(none.getProperty("management.prometheus.metrics.export.enabled"))
                .isEqualTo("false");
        assertThat(some.getProperty("management.prometheus.metrics.export.enabled"))
                .isNull();
    }

    private static MockEnvironment settings(String token) {
        return new MockEnvironment().withProperty("PATCHBAY_METRICS_TOKEN", token);
    }

    private static MockHttpServletRequest showing(String token) {
        var request = new MockHttpServletRequest();
        request.addHeader("Authorization", "Bearer " + token);
        return request;
    }
}
