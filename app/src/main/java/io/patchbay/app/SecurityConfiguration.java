package io.patchbay.app;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.patchbay.identity.ApiAccess;
import io.patchbay.identity.ui.LoginView;
import io.patchbay.shared.RequestId;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;

/** Who gets in where: programs at /graphql by token, people at the pages by login, anybody at what shows nothing. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties({CrossOrigin.class, RequestLimits.class})
class SecurityConfiguration {

    /** One for each API token or person, whichever way they ask. */
    @Bean
    Budgets perToken(RequestLimits limits) {
        return new Budgets(limits.requestsPerMinute());
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            ApiAccess access,
            CrossOrigin crossOrigin,
            RequestLimits limits,
            Budgets perToken,
            SocketDoor sockets) {
        crossOrigin.filter().ifPresent(http::addFilter);
        return http.securityMatcher("/graphql", "/graphql/**")
                // The login's cookie counts only beside a header that a foreign page cannot send; see ApiTokenFilter.
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                // The address pays before its token is looked up, so that guessing costs what asking costs.
                .addFilterBefore(
                        BudgetFilter.perAddress(new Budgets(limits.requestsPerMinutePerAddress())),
                        AuthorizationFilter.class)
                .addFilterBefore(new ApiTokenFilter(access, sockets), AuthorizationFilter.class)
                .addFilterBefore(BudgetFilter.perToken(perToken), AuthorizationFilter.class)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(unauthorized()))
                .authorizeHttpRequests(requests -> requests
                        // The end of an event stream, whose beginning was let in.
                        .dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        // Who opens a WebSocket is asked by the first message on it; see SocketLogin.
                        .requestMatchers(new AndRequestMatcher(
                                PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/graphql"), SocketDoor::asked))
                        .permitAll()
                        .requestMatchers("/graphql")
                        .hasAnyRole("USER", "PROGRAM")
                        // What is not GraphQL's would be answered with the pages' shell.
                        .anyRequest()
                        .denyAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain open(HttpSecurity http, MetricsDoor metrics) {
        return http.securityMatcher(
                        "/actuator/health",
                        "/actuator/health/**",
                        MetricsDoor.PATH,
                        "/icons/**",
                        "/graphiql",
                        "/graphiql/**",
                        "/demo-shop/**",
                        "/oauth/**",
                        "/error")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(metrics))
                .authorizeHttpRequests(requests -> requests.requestMatchers(MetricsDoor.PATH)
                        .access((who, asked) -> new AuthorizationDecision(metrics.opens(asked.getRequest())))
                        .anyRequest()
                        .permitAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http) {
        // The one ThrottledLogin is everybody's; named here too, it would compare and count each wrong password twice.
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers("/patchbay.css").permitAll())
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(LoginView.class)
                                // Where there is nothing, the pages say so themselves; Vaadin would deny it with a bare
                                // error.
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
                .formLogin(form -> form.failureHandler(failedLogin()))
                .build();
    }

    /** Where people come over https, the login's cookie never goes over http, whatever the proxy in between speaks. */
    @Bean
    ServletContextInitializer cookieOverHttpsOnly(PatchbaySettings settings) {
        var publicUrl = settings.publicUrl();
        return context -> context.getSessionCookieConfig()
                .setSecure(publicUrl != null && "https".equalsIgnoreCase(publicUrl.getScheme()));
    }

    private static AuthenticationFailureHandler failedLogin() {
        return (request, response, failure) -> response.sendRedirect(
                request.getContextPath() + (failure instanceof LockedException ? "/login?slow" : "/login?error"));
    }

    private static AuthenticationEntryPoint unauthorized() {
        return (request, response, refused) -> {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Patchbay\"");
            response.setContentType("application/json;charset=UTF-8");
            response.getWriter()
                    .write("{\"errors\":[{\"message\":\"Send Authorization: Bearer <api token>, or log in and send"
                            + " the header X-Patchbay-Client, by POST with application/json\","
                            + "\"extensions\":{\"code\":\"UNAUTHORIZED\",\"requestId\":\""
                            + RequestId.currentOrOwn() + "\"}}]}");
        };
    }
}
