package io.patchbay.app;

import io.patchbay.connectivity.Egress;
import io.patchbay.credential.RevealedCredentials;
import io.patchbay.identity.ApiAccess;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.proxy.Forwarder;
import io.patchbay.proxy.Forwarding;
import io.patchbay.proxy.UsedCredentials;
import io.patchbay.proxy.api.ProxyAddress;
import io.patchbay.proxy.api.ProxyServlet;
import io.patchbay.proxy.connectivity.HttpForwarder;
import java.time.Clock;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** The way from programs to systems: its door, its servlet, and what the server in front of it has to leave alone. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProxySettings.class)
class ProxyConfiguration {

    @Bean
    Forwarder forwarder(Egress egress, Clock clock, ProxySettings settings) {
        return new HttpForwarder(egress, clock, settings.silence());
    }

    @Bean
    UsedCredentials usedCredentials(RevealedCredentials revealed) {
        return new RecentCredentials(revealed);
    }

    /** Lazy, because servlets are made before anything else, and a refused start has to say why by one sentence. */
    @Bean
    ServletRegistrationBean<ProxyServlet> proxy(
            @Lazy Forwarding forwarding, CurrentViewer currentViewer, ProxySettings settings) {
        return new ServletRegistrationBean<>(
                new ProxyServlet(forwarding, currentViewer, settings.atOnce()), ProxyAddress.ROOT + "/*");
    }

    /** API tokens alone: no session is looked for, so neither a form nor a foreign page can ask anything. */
    @Bean
    @Order(0)
    SecurityFilterChain proxyDoor(HttpSecurity http, ApiAccess access, RequestLimits limits) {
        return http.securityMatcher(ProxyFirewall::isForProxy)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                // The answers' own say more.
                .headers(AbstractHttpConfigurer::disable)
                .addFilterBefore(
                        new ProxyDoor(access, new Budgets(limits.requestsPerMinutePerAddress())),
                        AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().hasRole("PROGRAM"))
                .build();
    }

    @Bean
    HttpFirewall firewall() {
        return new ProxyFirewall();
    }

    @Bean
    RequestRejectedHandler rejectedRequests() {
        return new RejectedRequests();
    }

    @Bean
    @Order
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> server() {
        return factory -> {
            factory.addContextValves(new ClientConnectionValve());
            // After, and so within, the server's own, which would answer with a page.
            factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new ProxyErrorValve()));
            factory.addConnectorCustomizers(connector -> {
                // Refused all the same, by the firewall or the proxy's own rules, but by a sentence.
                connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
                connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
                connector.setProperty("relaxedPathChars", "\"<>[\\]^`{|}");
                connector.setProperty("relaxedQueryChars", "\"<>[\\]^`{|}");
                // Nobody is told to go on with a long body who is about to be refused.
                connector.setProperty("continueResponseTiming", "onRead");
            });
        };
    }
}
