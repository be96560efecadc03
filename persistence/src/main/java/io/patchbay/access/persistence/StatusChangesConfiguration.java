package io.patchbay.access.persistence;

import io.patchbay.access.StatusRelay;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/** How changes of statuses get from the database to whoever watches on this node (decision 0015). */
@Configuration(proxyBeanMethods = false)
class StatusChangesConfiguration {

    /** So often at most is one watcher told. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Watchers wait for the database and for slow clients; a thread of its own costs each delivery next to nothing. */
    @Bean
    StatusRelay statusRelay() {
        return new StatusRelay(
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("status-news-", 0).factory()),
                PAUSE);
    }

    /** The address is one of its own where the usual one leads to a pooler, which gives each statement another connection. */
    @Bean
    StatusListener statusListener(
            JdbcConnectionDetails database, @Value("${patchbay.listen-url:}") String address, StatusRelay relay) {
        var url = StringUtils.hasText(address) ? address : database.getJdbcUrl();
        return new StatusListener(() -> connect(url, database), relay);
    }

    private static Connection connect(String url, JdbcConnectionDetails database) throws SQLException {
        var properties = new Properties();
        putIfThere(properties, "user", database.getUsername());
        putIfThere(properties, "password", database.getPassword());
        properties.put("ApplicationName", "patchbay listener");
        properties.put("connectTimeout", "10");
        properties.put("tcpKeepAlive", "true");
        return DriverManager.getConnection(url, properties);
    }

    private static void putIfThere(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }
}
