package io.patchbay.app;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.patchbay.postgres.persistence.TestDatabase;
import io.patchbay.postgres.persistence.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The real application on a real PostgreSQL and a free port. All tests that extend this share one application and one
 * database, so each works with companies of its own.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestCompanies.class, CountedStatements.class, FaultyFilter.class})
abstract class WholeApplication {

    static final TestDatabase DATABASE = TestDatabases.migrated();
    private static final Path DATA_DIRECTORY = temporaryDirectory();

    @LocalServerPort
    int port;

    @Autowired
    TestCompanies companies;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    private DataSource database;

    /** Tests with settings of their own start an application of their own, and the last one would have set this for all. */
    @Autowired
    void securityIsThisApplications(SecurityContextHolderStrategy strategy) {
        SecurityContextHolder.setContextHolderStrategy(strategy);
    }

    @AfterEach
    void everyConnectionIsGivenBack() throws SQLException {
        var pool = database.unwrap(HikariDataSource.class).getHikariPoolMXBean();
        await("idle connections").until(() -> pool.getActiveConnections() == 0);
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        // Applications that wait for their tests hold no connections of the one PostgreSQL that all share.
        registry.add("spring.datasource.hikari.minimum-idle", () -> 1);
        registry.add("spring.datasource.hikari.idle-timeout", () -> 10_000);
        DATABASE.connect(registry);
        registry.add("PATCHBAY_MASTER_KEY", () -> Base64.getEncoder().encodeToString(new byte[32]));
        registry.add("patchbay.data-dir", DATA_DIRECTORY::toString);
        registry.add("PATCHBAY_METRICS_TOKEN", () -> Scrape.TOKEN);
        // What the token switches on; these properties come too late for that.
        registry.add("management.prometheus.metrics.export.enabled", () -> "true");
        registry.add("patchbay.registration", () -> "open");
        registry.add("patchbay.cors-origins", () -> "https://shop.example");
        registry.add("patchbay.background-checks", () -> "false");
        registry.add("patchbay.demo-shop", () -> "true");
        registry.add("patchbay.allowed-hosts", () -> "localhost");
        registry.add("patchbay.trusted-proxies", () -> "127.0.0.0/8,::1");
    }

    /** A program with this token; an empty one sends none. */
    ApiClient program(String token) {
        return new ApiClient(port, token);
    }

    /** A program of a company that nobody else knows. */
    ApiClient programOfANewCompany() {
        return program(companies.register().token());
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("patchbay-test");
        } catch (IOException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
