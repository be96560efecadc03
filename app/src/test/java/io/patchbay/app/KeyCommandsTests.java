package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.credential.SecretId;
import io.patchbay.credential.SecretKeys;
import io.patchbay.credential.SecretStore;
import io.patchbay.postgres.persistence.TestDatabases;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Secret;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class KeyCommandsTests {

    private static final int SECRETS = 4_000;
    private static final String TOKEN = "pb_" + "k".repeat(43);
    private static final String MASTER_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String NEXT_MASTER_KEY = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";

    @TempDir
    private Path directory;

    @Test
    void aRotationThatWasKilledHalfWayIsFinishedByTheNextAndEverythingStaysReadable() throws Exception {
        var settings = externalDatabase();
        Map<SecretId, Secret> kept;
        try (var before = node(settings)) {
            kept = keep(before);
        }
        var moving = new HashMap<>(settings);
        moving.put("PATCHBAY_MASTER_KEY", NEXT_MASTER_KEY);
        moving.put("PATCHBAY_PREVIOUS_MASTER_KEY", MASTER_KEY);
        try (var node = node(moving)) {
            try (var killed = PatchbayProcess.command(directory, moving, "rotate")) {
                assertThat(killed.readUntil(Pattern.compile("\\(([1-9][0-9,]*) of 4,000\\)")))
                        .isPresent();
                killed.killJvm();
            }
            assertThat(node.getBean(SecretKeys.class).state().rotation())
                    .hasValueSatisfying(it -> assertThat(it.underWay()).isTrue());
            assertThat(reveal(node, kept)).isEqualTo(kept);

            try (var finishing = PatchbayProcess.command(directory, moving, "rotate")) {
                assertThat(finishing.outputOf(0)).contains("4,000 secrets are under the data key");
            }

            assertThat(reveal(node, kept)).isEqualTo(kept);
        }
        settings.put("PATCHBAY_MASTER_KEY", NEXT_MASTER_KEY);
        try (var verifying = PatchbayProcess.command(directory, settings, "verify")) {
            assertThat(verifying.outputOf(0)).contains("Checked 4,000 secrets: all of them can be read.");
        }
    }

    @Test
    void aCommandRunsBesideAPatchbayOnItsOwnDatabase() throws Exception {
        var settings = Map.of(
                "PATCHBAY_BOOTSTRAP_COMPANY", "Anna's shops",
                "PATCHBAY_BOOTSTRAP_EMAIL", "anna@example.com",
                "PATCHBAY_BOOTSTRAP_PASSWORD", "correct horse battery",
                "PATCHBAY_BOOTSTRAP_API_TOKEN", TOKEN);
        try (var patchbay = PatchbayProcess.start(directory, settings)) {
            var program = patchbay.program(TOKEN);
            var group = DemoShop.group(program, "Group");
            DemoShop.createConnector(program, DemoShop.connector(group, "demo-password"));

            try (var verifying = PatchbayProcess.command(directory, settings, "verify")) {
                assertThat(verifying.outputOf(0)).contains("Checked 1 secrets: all of them can be read.");
            }
        }
        try (var wrong = PatchbayProcess.command(directory, settings, "rotat")) {
            assertThat(wrong.outputOf(2)).contains("rotate and verify, not \"rotat\"");
        }
    }

    private static Map<String, String> externalDatabase() {
        var database = TestDatabases.migrated();
        var settings = new HashMap<String, String>();
        settings.put("SPRING_DATASOURCE_URL", database.jdbcUrl());
        settings.put("SPRING_DATASOURCE_USERNAME", database.username());
        settings.put("SPRING_DATASOURCE_PASSWORD", database.password());
        settings.put("PATCHBAY_MASTER_KEY", MASTER_KEY);
        return settings;
    }

    /** So much of a Patchbay as keeps secrets, in this JVM. */
    private static ConfigurableApplicationContext node(Map<String, String> settings) {
        return new SpringApplicationBuilder(KeyCommandConfiguration.class)
                .web(WebApplicationType.NONE)
                .properties(new HashMap<>(settings))
                .properties(
                        "spring.flyway.enabled=false",
                        "spring.datasource.url=" + settings.get("SPRING_DATASOURCE_URL"),
                        "spring.datasource.username=" + settings.get("SPRING_DATASOURCE_USERNAME"),
                        "spring.datasource.password=" + settings.get("SPRING_DATASOURCE_PASSWORD"))
                .run();
    }

    private static Map<SecretId, Secret> keep(ConfigurableApplicationContext node) {
        var company = company(node);
        var secrets = node.getBean(SecretStore.class);
        var kept = new LinkedHashMap<SecretId, Secret>();
        new TransactionTemplate(node.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            for (var number = 0; number < SECRETS; number++) {
                var secret = new Secret("secret " + number);
                kept.put(secrets.keep(company, secret), secret);
            }
        });
        return kept;
    }

    private static CompanyId company(ConfigurableApplicationContext node) {
        var jdbc = node.getBean(JdbcClient.class);
        var company = CompanyId.next();
        jdbc.sql("insert into company (id, version, name) values (?, 1, 'Acme')")
                .param(company.value())
                .update();
        return company;
    }

    private static Map<SecretId, Secret> reveal(ConfigurableApplicationContext node, Map<SecretId, Secret> kept) {
        var company = new CompanyId(node.getBean(JdbcClient.class)
                .sql("select id from company")
                .query(UUID.class)
                .single());
        var secrets = node.getBean(SecretStore.class);
        var revealed = new LinkedHashMap<SecretId, Secret>();
        kept.keySet().forEach(id -> revealed.put(id, secrets.reveal(company, id)));
        return revealed;
    }
}
