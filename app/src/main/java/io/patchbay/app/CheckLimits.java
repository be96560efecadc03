package io.patchbay.app;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much background checks may ask of a node and of other people's hosts; docs/operate.md lists the settings.
 *
 * @param perSecond begun by a node in a second at most, so that people and programs never wait for them
 * @param atOnce under way on a node
 * @param atOncePerHost of these, at one host
 */
@ConfigurationProperties("patchbay.checks")
record CheckLimits(int perSecond, int atOnce, int atOncePerHost) {

    CheckLimits {
        requirePositive("PATCHBAY_CHECKS_PER_SECOND", perSecond);
        requirePositive("PATCHBAY_CHECKS_AT_ONCE", atOnce);
        requirePositive("PATCHBAY_CHECKS_AT_ONCE_PER_HOST", atOncePerHost);
    }

    private static void requirePositive(String setting, int limit) {
        if (limit < 1) {
            throw new UnusableSettingException(setting + " is a whole number from 1, not " + limit);
        }
    }
}
