package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.shared.Secret;
import io.patchbay.system.CredentialDestination.Place;
import io.patchbay.system.SystemId;
import io.patchbay.system.marketplace.PrebuiltSystems;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class InstallationApplicationsTests {

    private static final SystemId SHEETS = new SystemId("google-sheets");

    @Test
    void areReadFromEnvironmentVariables() {
        var application = applications(Map.of(
                        "PATCHBAY_APPLICATIONS_GOOGLE_SHEETS_CLIENT_ID", "our-app",
                        "PATCHBAY_APPLICATIONS_GOOGLE_SHEETS_CLIENT_SECRET", "our-secret"))
                .find(SHEETS)
                .orElseThrow();

        assertThat(application.clientId()).isEqualTo("our-app");
        assertThat(application.clientSecret()).isEqualTo(new Secret("our-secret"));
        assertThat(application.toString()).doesNotContain("our-secret");
    }

    @Test
    void makeTheirTwoFieldsOptionalForThatSystemOnly() {
        var systems = new SystemsWithApplications(
                PrebuiltSystems.load(),
                applications(Map.of(
                        "PATCHBAY_APPLICATIONS_GITHUB_CLIENT_ID", "our-app",
                        "PATCHBAY_APPLICATIONS_GITHUB_CLIENT_SECRET", "our-secret")));

        for (var place : new Place[] {Place.CLIENT_ID, Place.CLIENT_SECRET}) {
            assertThat(required(systems, new SystemId("github"), place)).isFalse();
            assertThat(required(systems, SHEETS, place)).isTrue();
        }
    }

    @Test
    void areWholeOrRefused() {
        var half = applications(Map.of("PATCHBAY_APPLICATIONS_GOOGLE_SHEETS_CLIENT_ID", "our-app"));

        assertThatThrownBy(() -> half.find(SHEETS))
                .isInstanceOf(UnusableSettingException.class)
                .hasMessageContaining("PATCHBAY_APPLICATIONS_GOOGLE_SHEETS needs both");
        assertThat(half.find(new SystemId("github"))).isEmpty();
    }

    private static boolean required(SystemsWithApplications systems, SystemId system, Place place) {
        return systems.find(system)
                .orElseThrow()
                .method("authorization-code")
                .flatMap(method -> method.field(place))
                .orElseThrow()
                .required();
    }

    private static InstallationApplications applications(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        ConfigurationPropertySources.attach(environment);
        return new InstallationApplications(environment);
    }
}
