package io.patchbay.app;

import io.patchbay.access.AccessChecking;
import io.patchbay.access.AccessChecks;
import io.patchbay.access.AccessRules;
import io.patchbay.access.Checks;
import io.patchbay.access.Hosts;
import io.patchbay.credential.Applications;
import io.patchbay.credential.RevealedCredentials;
import io.patchbay.credential.SecretStore;
import io.patchbay.limit.Ledgers;
import io.patchbay.limit.LimitSteps;
import io.patchbay.limit.LimitWatch;
import io.patchbay.limit.OwnLimits;
import io.patchbay.limit.RateLimits;
import io.patchbay.shared.UseCase;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.token.AccessTokens;
import io.patchbay.token.RenewalPace;
import io.patchbay.token.TokenExchange;
import io.patchbay.token.TokenSteps;
import io.patchbay.token.Tokens;
import io.patchbay.usage.UseLedger;
import io.patchbay.watching.app.Watch;
import java.time.Clock;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Role;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Makes one bean of every use case and puts one transaction around each of its operations (decision 0003). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CheckLimits.class)
@EnableTransactionManagement(proxyTargetClass = true)
@ComponentScan(
        basePackages = "io.patchbay",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = UseCase.class))
class UseCaseConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor useCaseTransactions(ObjectProvider<PlatformTransactionManager> transactions) {
        return new DefaultPointcutAdvisor(
                new AnnotationMatchingPointcut(UseCase.class, true), new UseCaseTransactions(transactions));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    AccessRules accessRules(SystemDefinitions systems, SecretStore secrets, Tokens tokens, Clock clock) {
        return new AccessRules(systems, secrets, tokens, clock);
    }

    @Bean
    AccessTokens accessTokens(
            Tokens tokens,
            TokenSteps steps,
            RevealedCredentials revealed,
            TokenExchange exchange,
            Clock clock,
            Watch watch) {
        var threads = watch.threads(Thread.ofVirtual().name("token-", 0).factory());
        return new AccessTokens(tokens, steps, revealed, exchange, clock, RenewalPace.USUAL, threads);
    }

    @Bean
    RevealedCredentials revealedCredentials(SecretStore secrets, Applications applications) {
        return new RevealedCredentials(secrets, applications);
    }

    @Bean
    UseLedger useLedger() {
        return new UseLedger();
    }

    @Bean
    RateLimits rateLimits(LimitSteps steps, Ledgers ledgers, OwnLimits ownLimits, LimitWatch watch) {
        return new RateLimits(steps, ledgers, ownLimits, watch);
    }

    @Bean
    AccessChecking accessChecking(
            SystemDefinitions systems,
            RevealedCredentials revealed,
            Checks checks,
            AccessChecks results,
            AccessTokens tokens,
            RateLimits limits,
            Clock clock) {
        return new AccessChecking(systems, revealed, checks, results, tokens, limits, clock);
    }

    @Bean
    Hosts hosts(CheckLimits limits) {
        return new Hosts(limits.atOncePerHost());
    }
}
