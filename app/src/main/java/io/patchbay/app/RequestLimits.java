package io.patchbay.app;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often the API may be asked; docs/operate.md lists the settings.
 *
 * @param requestsPerMinute by one API token, or one person who is logged in
 * @param requestsPerMinutePerAddress by everyone who comes from one address
 */
@ConfigurationProperties("patchbay.graphql")
record RequestLimits(int requestsPerMinute, int requestsPerMinutePerAddress) {

    RequestLimits {
        requirePositive("PATCHBAY_GRAPHQL_REQUESTS_PER_MINUTE", requestsPerMinute);
        requirePositive("PATCHBAY_GRAPHQL_REQUESTS_PER_MINUTE_PER_ADDRESS", requestsPerMinutePerAddress);
    }

    private static void requirePositive(String setting, int limit) {
        if (limit < 1) {
            throw new UnusableSettingException(setting + " is a whole number from 1, not " + limit);
        }
    }
}
