package io.patchbay.app;

import io.patchbay.access.Checks;
import io.patchbay.access.connectivity.CodeGrant;
import io.patchbay.access.connectivity.HttpTokenExchange;
import io.patchbay.access.connectivity.SystemChecks;
import io.patchbay.authorization.AuthorizationServers;
import io.patchbay.authorization.connectivity.VendorServers;
import io.patchbay.connectivity.Egress;
import io.patchbay.connectivity.EgressSettings;
import io.patchbay.connectivity.EgressWatch;
import io.patchbay.token.TokenExchange;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What leaves Patchbay: one client, and what uses it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectivityConfiguration.Reachable.class)
class ConnectivityConfiguration {

    /**
     * What may be spoken to beyond the public internet; docs/operate.md says more.
     *
     * @param allowPrivateNetworks whether private and loopback addresses are spoken to
     * @param allowedHosts hosts, or hosts with a port, that may have such addresses all the same
     * @param demoShop whether the Demo Shop's server runs here, which may be spoken to then
     */
    @ConfigurationProperties("patchbay")
    record Reachable(boolean allowPrivateNetworks, List<String> allowedHosts, boolean demoShop) {

        Reachable {
            allowedHosts = List.copyOf(allowedHosts);
        }
    }

    @Bean
    Egress egress(Reachable reachable, @Value("${server.port}") int port, EgressWatch watch) {
        var hosts = new HashSet<>(reachable.allowedHosts());
        if (reachable.demoShop()) {
            hosts.addAll(List.of("localhost:" + port, "127.0.0.1:" + port));
        }
        return new Egress(new EgressSettings(reachable.allowPrivateNetworks(), hosts), watch);
    }

    @Bean
    TokenExchange tokenExchange(Egress egress, Clock clock) {
        return new HttpTokenExchange(egress, clock);
    }

    @Bean
    AuthorizationServers authorizationServers(Egress egress, Clock clock) {
        return new VendorServers(new CodeGrant(egress, clock));
    }

    @Bean
    Checks checks(Egress egress, Clock clock) {
        return new SystemChecks(egress, clock);
    }
}
