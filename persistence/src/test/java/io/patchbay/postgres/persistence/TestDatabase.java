package io.patchbay.postgres.persistence;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A database for one test or test class; it needs no clearing up. */
public record TestDatabase(String jdbcUrl, String username, String password) {

    /** Connections as they are asked for, without a pool. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        source.setUser(username);
        source.setPassword(password);
        return source;
    }

    /** Makes the Spring application under test use this database: to be called from a {@code @DynamicPropertySource}. */
    public void connect(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", this::jdbcUrl);
        registry.add("spring.datasource.username", this::username);
        registry.add("spring.datasource.password", this::password);
    }
}
