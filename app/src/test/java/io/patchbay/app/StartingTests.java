package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.postgres.persistence.TestDatabase;
import io.patchbay.postgres.persistence.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starts on an owner's own PostgreSQL, and what stops a start. */
class StartingTests {

    private static final String TOKEN = "pb_" + "t".repeat(43);
    private static final Map<String, String> BOOTSTRAP = Map.of(
            "PATCHBAY_BOOTSTRAP_COMPANY", "Anna's shops",
            "PATCHBAY_BOOTSTRAP_EMAIL", "anna@example.com",
            "PATCHBAY_BOOTSTRAP_PASSWORD", "hunt-this-password",
            "PATCHBAY_BOOTSTRAP_API_TOKEN", TOKEN);

    private final TestDatabase database = TestDatabases.migrated();

    @TempDir
    private Path directory;

    @Test
    void bootstrapSettingsSetAnEmptyPatchbayUpOnce() throws Exception {
        try (var first = PatchbayProcess.start(directory, with(key(1), BOOTSTRAP))) {
            assertThat(company(first, TOKEN)).isEqualTo("Anna's shops");
            assertThat(directory.resolve("setup-code")).doesNotExist();
        }

        var other = new HashMap<>(BOOTSTRAP);
        other.put("PATCHBAY_BOOTSTRAP_COMPANY", "Bob's shops");
        other.put("PATCHBAY_BOOTSTRAP_API_TOKEN", TOKEN + "2");
        try (var second = PatchbayProcess.start(directory, with(key(1), other))) {
            assertThat(company(second, TOKEN)).isEqualTo("Anna's shops");
            assertThat(second.program(TOKEN + "2").post("{}").statusCode()).isEqualTo(401);
        }

        var refusal = PatchbayProcess.refusal(directory, with(key(2), Map.of()));
        assertThat(refusal)
                .contains("does not open the secrets in this database: they need the one with the id " + keyId())
                .doesNotContain(key(1))
                .doesNotContain(key(2));
        assertOneSentence(refusal);
    }

    @Test
    void withoutBootstrapTheSetupCodeIsPrintedAndKeptForItsOwnerOnly() throws Exception {
        try (var ignored = PatchbayProcess.start(directory, with(key(1), Map.of()))) {
            var file = directory.resolve("setup-code");
            await("the set-up code").until(() -> Files.exists(file) && Files.size(file) > 0);

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(file).strip()).matches("([A-Z2-9]{4}-){3}[A-Z2-9]{4}");
        }
    }

    @Test
    void halfOfTheBootstrapSettingsIsRefused() throws Exception {
        var half = new HashMap<>(BOOTSTRAP);
        half.remove("PATCHBAY_BOOTSTRAP_EMAIL");

        var refusal = PatchbayProcess.refusal(directory, with(key(1), half));

        assertThat(refusal).contains("PATCHBAY_BOOTSTRAP_EMAIL").doesNotContain("hunt-this-password");
        assertOneSentence(refusal);
    }

    @Test
    void aDatabaseOfTheOwnersOwnNeedsAMasterKeyOfTheOwnersOwn() throws Exception {
        var settings = with("", Map.of());

        var refusal = PatchbayProcess.refusal(directory, settings);

        assertThat(refusal).contains("PATCHBAY_MASTER_KEY").contains("openssl rand -base64 32");
        assertOneSentence(refusal);
        assertThat(directory.resolve("master.key")).doesNotExist();
    }

    private static void assertOneSentence(String output) {
        assertThat(output).doesNotContain("\tat ").doesNotContain("Exception:");
    }

    private Map<String, String> with(String key, Map<String, String> more) {
        var settings = new HashMap<>(more);
        settings.put("SPRING_DATASOURCE_URL", database.jdbcUrl());
        settings.put("SPRING_DATASOURCE_USERNAME", database.username());
        settings.put("SPRING_DATASOURCE_PASSWORD", database.password());
        settings.put("PATCHBAY_MASTER_KEY", key);
        return settings;
    }

    private String keyId() {
        return JdbcClient.create(database.dataSource())
                .sql("select master_key_id from data_key")
                .query(String.class)
                .single();
    }

    private static String key(int fill) {
        var bytes = new byte[32];
        bytes[0] = (byte) fill;
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String company(PatchbayProcess patchbay, String token) {
        return patchbay.program(token)
                .data("{ viewer { company { name } } }")
                .at("/viewer/company/name")
                .asString();
    }
}
