package io.patchbay.system.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialField;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemId;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrebuiltSystemsTests {

    private static final Path FOLDERS = Path.of("src/main/resources/systems");
    private static final PrebuiltSystems SYSTEMS = PrebuiltSystems.load();

    static List<SystemDefinition> systems() {
        return SYSTEMS.all();
    }

    @Test
    void everyPrebuiltDefinitionIsValid() {
        assertThat(SystemFolders.read(FOLDERS)).isNotEmpty();
    }

    @Test
    void loadsEveryFolder() {
        assertThat(systems())
                .extracting(system -> system.id().slug())
                .containsExactlyInAnyOrder(FOLDERS.toFile().list());
    }

    @Test
    void atLeastThirtySystems() {
        assertThat(systems()).filteredOn(system -> !isDemoShop(system)).hasSizeGreaterThanOrEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shopify",
                "bigcommerce",
                "adobe-commerce",
                "woocommerce",
                "netsuite",
                "xero",
                "quickbooks-online",
                "hubspot",
                "salesforce",
                "stripe",
                "klaviyo",
                "mirakl",
                "amazon-sp-api",
                "ebay",
                "business-central",
                "brightpearl",
                "linnworks",
                "peoplevox",
                "zendesk",
                "slack",
                "google-sheets",
                "sftp",
                "demo-shop"
            })
    void knows(String slug) {
        assertThat(SYSTEMS.find(slug)).isPresent();
        assertThat(SYSTEMS.find(new SystemId(slug))).isEqualTo(SYSTEMS.find(slug));
    }

    @Test
    void doesNotKnowWhatHasNoFolder() {
        assertThat(SYSTEMS.find(new SystemId("no-such-system"))).isEmpty();
        assertThat(SYSTEMS.find("No such system")).isEmpty();
    }

    @Test
    void areListedByName() {
        assertThat(systems())
                .extracting(SystemDefinition::name)
                .isSortedAccordingTo(Comparator.comparing(String::toString, String.CASE_INSENSITIVE_ORDER));
    }

    @ParameterizedTest
    @MethodSource("systems")
    void asksForEveryBaseUrlVariable(SystemDefinition system) {
        var variables = system.baseUrls().values().stream()
                .flatMap(template -> new Template("", template).variables(new Findings("")).stream())
                .toList();
        for (var method : system.authenticationMethods()) {
            assertThat(method.fields())
                    .filteredOn(field -> field.required() && !field.secret() && field.formsAddress())
                    .extracting(CredentialField::key)
                    .as("%s by %s", system.id(), method.key())
                    .containsAll(variables);
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void everyPartOfTheAddressIsKeptInItsPlace(SystemDefinition system) {
        assertThat(system.authenticationMethods())
                .flatExtracting(AuthenticationMethod::fields)
                .filteredOn(field -> switch (field.destinations().getFirst().place()) {
                    case BASE_URL, TOKEN_URL, HOST, PORT -> field.options().isEmpty();
                    default -> false;
                })
                .allMatch(field -> field.pattern() != null);
    }

    @ParameterizedTest
    @MethodSource("systems")
    void tellsItsSources(SystemDefinition system) {
        assertThat(isDemoShop(system) || !system.sources().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("systems")
    void hasAnIconOfItsOwn(SystemDefinition system) {
        assertThat(system.iconSvg())
                .startsWith("<svg ")
                .contains("role=\"img\"", system.colour())
                .doesNotContain("<script", "<title", "href");
    }

    @Test
    void demoShopIsReachedInEveryWayThatNeedsNoCertificate() {
        assertThat(demoShop().authenticationMethods())
                .extracting(AuthenticationMethod::type)
                .contains(
                        AuthenticationType.BASIC,
                        AuthenticationType.API_KEY,
                        AuthenticationType.CUSTOM_HEADERS,
                        AuthenticationType.BEARER,
                        AuthenticationType.OAUTH1,
                        AuthenticationType.TOKEN_LOGIN,
                        AuthenticationType.OAUTH2_CLIENT_CREDENTIALS,
                        AuthenticationType.OAUTH2_JWT_BEARER);
    }

    @Test
    void demoShopHasAnExampleForEveryField() {
        assertThat(demoShop().authenticationMethods())
                .flatExtracting(AuthenticationMethod::fields)
                .extracting(CredentialField::example)
                .doesNotContainNull();
    }

    @Test
    void demoShopSaysWhereItsServerRuns() {
        assertThat(demoShop().prerequisites()).contains("examples of the fields work", "PATCHBAY_DEMO_SHOP=true");
    }

    private static SystemDefinition demoShop() {
        return SYSTEMS.find("demo-shop").orElseThrow();
    }

    private static boolean isDemoShop(SystemDefinition system) {
        return system.id().slug().equals("demo-shop");
    }
}
