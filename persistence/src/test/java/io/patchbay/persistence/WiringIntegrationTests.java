package io.patchbay.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.StatusChanges;
import io.patchbay.company.Companies;
import io.patchbay.company.CompanyGroups;
import io.patchbay.connector.Connectors;
import io.patchbay.credential.SecretStore;
import io.patchbay.credential.persistence.MasterKeySource;
import io.patchbay.history.CheckHistory;
import io.patchbay.history.HistoryKeeping;
import io.patchbay.identity.ApiTokens;
import io.patchbay.identity.Persons;
import io.patchbay.instance.InstalledSystems;
import io.patchbay.instance.Instances;
import io.patchbay.postgres.persistence.TestDatabases;
import io.patchbay.setup.Drafts;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.system.TestSystems;
import io.patchbay.token.TokenGrants;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = WiringIntegrationTests.Application.class, webEnvironment = WebEnvironment.NONE)
class WiringIntegrationTests {

    @TempDir
    private static Path dataDirectory;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabases.empty().connect(registry);
    }

    @Test
    void givesEachPortItsAdapterOnAMigratedDatabase(@Autowired ApplicationContext context) {
        var ports = Stream.of(
                Companies.class,
                CompanyGroups.class,
                Persons.class,
                ApiTokens.class,
                SecretStore.class,
                Connectors.class,
                Instances.class,
                StatusChanges.class,
                InstalledSystems.class,
                Drafts.class,
                TokenGrants.class,
                CheckHistory.class,
                HistoryKeeping.class);

        assertThat(ports)
                .allSatisfy(port -> assertThat(context.getBeanProvider(port)).hasSize(1));
        assertThat(context.getBean(Companies.class).none()).isTrue();
        assertThat(context.getBean(CompanyGroups.class).count(CompanyId.next(), "any"))
                .isEqualTo(new Count(0, true));
        assertThat(dataDirectory.resolve("master.key")).exists();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan("io.patchbay")
    static class Application {

        @Bean
        SystemDefinitions systems() {
            return TestSystems.all();
        }

        @Bean
        MasterKeySource masterKeySource() {
            return MasterKeySource.of(unset -> null, dataDirectory, false);
        }
    }
}
