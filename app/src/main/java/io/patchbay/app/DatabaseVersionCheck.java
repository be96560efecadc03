package io.patchbay.app;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Refuses a database that Patchbay cannot work with, before the first migration touches it. */
class DatabaseVersionCheck implements BeanPostProcessor {

    private static final int OLDEST = 15;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DataSource database) requireSupported(database);
        return bean;
    }

    private static void requireSupported(DataSource database) {
        try (var connection = database.getConnection()) {
            var server = connection.getMetaData();
            if (!server.getDatabaseProductName().equals("PostgreSQL") || server.getDatabaseMajorVersion() < OLDEST) {
                throw new UnusableSettingException(
                        "Patchbay needs PostgreSQL %d or newer, and SPRING_DATASOURCE_URL leads to %s %s."
                                .formatted(
                                        OLDEST, server.getDatabaseProductName(), server.getDatabaseProductVersion()));
            }
        } catch (SQLException | PoolInitializationException e) {
            throw new UnusableSettingException(
                    "The database does not let Patchbay in: " + e.getMessage()
                            + " Check SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.",
                    e);
        }
    }
}
