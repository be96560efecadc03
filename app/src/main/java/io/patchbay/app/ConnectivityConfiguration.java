package io.patchbay.app;

import io.patchbay.access.Checks;
import io.patchbay.access.connectivity.SystemChecks;
import io.patchbay.connectivity.Egress;
import io.patchbay.connectivity.EgressSettings;
import java.time.Clock;
import java.util.List;
import java.util.Set;
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
     */
    @ConfigurationProperties("patchbay")
    record Reachable(boolean allowPrivateNetworks, List<String> allowedHosts) {

        Reachable {
            allowedHosts = List.copyOf(allowedHosts);
        }
    }

    @Bean
    Egress egress(Reachable reachable) {
        return new Egress(new EgressSettings(reachable.allowPrivateNetworks(), Set.copyOf(reachable.allowedHosts())));
    }

    @Bean
    Checks checks(Egress egress, Clock clock) {
        return new SystemChecks(egress, clock);
    }
}
