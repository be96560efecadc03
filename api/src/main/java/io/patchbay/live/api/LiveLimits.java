package io.patchbay.live.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may be kept open on one node. Connections are WebSockets and event streams together.
 *
 * @param connections of one API token, or one person
 * @param connectionsPerCompany of all tokens and people of one company
 * @param connectionsInAll of everybody; fewer than the server takes, so that requests and pages always get in
 * @param subscriptions of one API token, or one person, over all of its connections
 */
@ConfigurationProperties("patchbay.live")
record LiveLimits(
        @DefaultValue("100") int connections,
        @DefaultValue("500") int connectionsPerCompany,
        @DefaultValue("600") int connectionsInAll,
        @DefaultValue("500") int subscriptions) {

    int connections(Holder holder) {
        return switch (holder) {
            case Holder.Program program -> connections;
            case Holder.Somebody somebody -> connections;
            case Holder.Business business -> connectionsPerCompany;
            case Holder.Everybody everybody -> connectionsInAll;
        };
    }
}
