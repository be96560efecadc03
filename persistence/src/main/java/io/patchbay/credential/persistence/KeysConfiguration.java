package io.patchbay.credential.persistence;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the keys once, for everything that encrypts or decrypts. */
@Configuration(proxyBeanMethods = false)
class KeysConfiguration {

    /** Six times as long as a node may go on under the key before. */
    private static final Duration SETTLED_AFTER = DataKeys.PRIMARY_KNOWN_FOR.multipliedBy(6);

    @Bean
    DataKeys dataKeys(JdbcClient jdbc, MasterKeySource source) {
        return DataKeys.open(jdbc, source);
    }

    @Bean
    KeyRotation keyRotation(JdbcClient jdbc, PlatformTransactionManager transactions, DataKeys keys) {
        return new KeyRotation(jdbc, new TransactionTemplate(transactions), keys, SETTLED_AFTER);
    }
}
