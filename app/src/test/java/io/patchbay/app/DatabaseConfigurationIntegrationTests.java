package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;

import io.patchbay.postgres.persistence.EmbeddedPostgres;
import io.patchbay.postgres.persistence.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

class DatabaseConfigurationIntegrationTests {

    @TempDir
    Path directory;

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class))
            .withUserConfiguration(SystemsConfiguration.class, DatabaseConfiguration.class)
            .withPropertyValues(
                    "patchbay.trusted-proxies=", "patchbay.registration=closed", "patchbay.data-dir=unused");

    @Test
    void startsAServerOfItsOwnWhereNoneIsNamedAndStopsItAfterThePool() {
        application.withPropertyValues("patchbay.data-dir=" + directory).run(context -> {
            assertThat(context.getBean(JdbcTemplate.class).queryForObject("select current_user", String.class))
                    .isEqualTo("patchbay");
            assertThat(directory.resolve("postgres/data/postmaster.pid")).exists();
        });

        assertThat(directory.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void stopsTheServerWhereTheRestFailsBeforeAnybodyUsedIt() {
        application
                .withPropertyValues("patchbay.data-dir=" + directory)
                .withInitializer(context -> ((GenericApplicationContext) context)
                        .registerBean("first", BeanPostProcessor.class, () -> {
                            throw new IllegalStateException("The rest failed");
                        }))
                .run(context -> assertThat(context.getStartupFailure()).hasRootCauseMessage("The rest failed"));

        assertThat(directory.resolve("postgres/data/PG_VERSION")).exists();
        assertThat(directory.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void usesTheServerThatIsNamedAndStartsNone() {
        var named = TestDatabases.empty();

        application
                .withPropertyValues(
                        "patchbay.data-dir=" + directory,
                        "spring.datasource.url=" + named.jdbcUrl(),
                        "spring.datasource.username=" + named.username(),
                        "spring.datasource.password=" + named.password())
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedPostgres.class);
                    assertThat(directory).isEmptyDirectory();
                });
    }

    @Test
    void refusesAServerThatIsTooOldInAPlainSentence() throws Exception {
        var database = mock(DataSource.class, RETURNS_DEEP_STUBS);
        var server = database.getConnection().getMetaData();
        given(server.getDatabaseProductName()).willReturn("PostgreSQL");
        given(server.getDatabaseProductVersion()).willReturn("14.2");
        given(server.getDatabaseMajorVersion()).willReturn(14);

        application
                .withPropertyValues("spring.datasource.url=jdbc:postgresql://old/db")
                .withBean(DataSource.class, () -> database)
                .run(context -> assertThat(sentenceFor(context.getStartupFailure()))
                        .isEqualTo("Patchbay needs PostgreSQL 15 or newer,"
                                + " and SPRING_DATASOURCE_URL leads to PostgreSQL 14.2."));
    }

    @Test
    void saysInAPlainSentenceThatAServerCannotBeReached() {
        application
                .withPropertyValues(
                        "spring.datasource.url=jdbc:postgresql://127.0.0.1:1/patchbay",
                        "spring.datasource.username=patchbay",
                        "spring.datasource.password=hunt-me")
                .run(context -> assertThat(sentenceFor(context.getStartupFailure()))
                        .contains("127.0.0.1:1 refused")
                        .contains("SPRING_DATASOURCE_URL")
                        .doesNotContain("hunt-me"));
    }

    @Test
    void saysInAPlainSentenceThatTheDataIsOfAnotherVersion() throws Exception {
        Files.createDirectories(directory.resolve("postgres/data"));
        Files.writeString(directory.resolve("postgres/data/PG_VERSION"), "12\n");

        application
                .withPropertyValues("patchbay.data-dir=" + directory)
                .run(context -> assertThat(sentenceFor(context.getStartupFailure()))
                        .contains("was written by PostgreSQL 12")
                        .contains("PostgreSQL 18"));
    }

    private static String sentenceFor(Throwable failure) {
        return new StartFailureAnalyzer().analyze(failure).getDescription();
    }
}
