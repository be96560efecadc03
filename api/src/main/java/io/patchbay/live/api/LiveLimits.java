package io.patchbay.live.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one API token, or one person, may keep open on one node.
 *
 * @param connections WebSockets and event streams together
 * @param subscriptions over all of them
 */
@ConfigurationProperties("patchbay.live")
record LiveLimits(
        @DefaultValue("100") int connections,
        @DefaultValue("500") int subscriptions) {}
