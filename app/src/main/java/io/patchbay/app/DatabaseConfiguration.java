package io.patchbay.app;

import io.patchbay.credential.persistence.MasterKeySource;
import io.patchbay.postgres.persistence.EmbeddedPostgres;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** The database: the server that {@code SPRING_DATASOURCE_URL} names, or one of our own in the data directory. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    static DatabaseVersionCheck databaseVersionCheck() {
        return new DatabaseVersionCheck();
    }

    /** Where the owner's keys are. */
    @Bean
    static MasterKeySource masterKeySource(PatchbaySettings settings, Environment environment) {
        return MasterKeySource.of(environment::getProperty, settings.dataDir(), databaseNamed(environment));
    }

    private static boolean databaseNamed(Environment environment) {
        return StringUtils.hasText(environment.getProperty("spring.datasource.url"));
    }

    /** The pool gets its address from these details, so Spring closes it before it stops the server. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(NoDatabaseNamed.class)
    static class Embedded {

        @Bean
        static StartingPostgres startingPostgres(Environment environment) {
            return new StartingPostgres(environment);
        }

        @Bean
        EmbeddedPostgres embeddedPostgres(StartingPostgres starting) throws InterruptedException {
            return starting.started();
        }

        @Bean
        JdbcConnectionDetails embeddedPostgresConnectionDetails(EmbeddedPostgres postgres) {
            return new EmbeddedDatabaseDetails(postgres.access());
        }
    }

    static final class NoDatabaseNamed implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !databaseNamed(context.getEnvironment());
        }
    }
}
