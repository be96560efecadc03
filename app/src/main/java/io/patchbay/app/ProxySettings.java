package io.patchbay.app;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What requests to systems may take up; docs/operate.md lists the settings.
 *
 * @param silence how long a system may do nothing, before its answer begins and in the middle of it
 * @param atOnce how many requests of one API token may be on their way on this node
 */
@ConfigurationProperties("patchbay.proxy")
record ProxySettings(Duration silence, int atOnce) {

    ProxySettings {
        if (silence.isNegative() || silence.isZero()) {
            throw new UnusableSettingException("PATCHBAY_PROXY_SILENCE is a time such as 60s, not " + silence);
        }
        if (atOnce < 1) {
            throw new UnusableSettingException("PATCHBAY_PROXY_AT_ONCE is a whole number from 1, not " + atOnce);
        }
    }
}
