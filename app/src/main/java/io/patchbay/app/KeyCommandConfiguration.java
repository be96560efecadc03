package io.patchbay.app;

import io.patchbay.credential.SecretKeys;
import io.patchbay.credential.persistence.KeyRotation;
import io.patchbay.credential.persistence.MasterKeySource;
import io.patchbay.postgres.persistence.EmbeddedPostgres;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * So much of Patchbay as the commands about keys need: the database and what is encrypted in it. Not annotated as a
 * configuration, so that the server does not find it.
 */
@EnableConfigurationProperties(PatchbaySettings.class)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
@Import(KeyCommandConfiguration.Embedded.class)
@ComponentScan("io.patchbay.credential.persistence")
class KeyCommandConfiguration {

    @Bean
    static DatabaseVersionCheck databaseVersionCheck() {
        return new DatabaseVersionCheck();
    }

    @Bean
    static MasterKeySource masterKeySource(PatchbaySettings settings, Environment environment) {
        return DatabaseConfiguration.masterKeySource(settings, environment);
    }

    @Bean
    KeyCommands keyCommands(SecretKeys keys, KeyRotation rotation) {
        return new KeyCommands(keys, rotation, System.out);
    }

    /** The server of the Patchbay that is running on the data directory, or one of our own for the while. */
    @Conditional(DatabaseConfiguration.NoDatabaseNamed.class)
    static class Embedded {

        @Bean
        RunningOrOwn embeddedPostgres(PatchbaySettings settings) {
            return EmbeddedPostgres.running(settings.dataDir())
                    .map(access -> new RunningOrOwn(access, null))
                    .orElseGet(() -> {
                        var own = EmbeddedPostgres.start(settings.dataDir());
                        return new RunningOrOwn(own.access(), own);
                    });
        }

        @Bean
        JdbcConnectionDetails embeddedPostgresConnectionDetails(RunningOrOwn postgres) {
            return new EmbeddedDatabaseDetails(postgres.access());
        }
    }
}
