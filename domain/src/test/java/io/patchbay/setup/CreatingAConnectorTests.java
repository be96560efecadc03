package io.patchbay.setup;

import static io.patchbay.setup.TestWorld.done;
import static io.patchbay.setup.TestWorld.given;
import static io.patchbay.shared.Refused.onlyRefusal;
import static io.patchbay.shared.Refused.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessStatus;
import io.patchbay.company.CompanyGroup;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.connector.ConnectorAlreadyExists;
import io.patchbay.credential.CredentialValue;
import io.patchbay.shared.Name;
import io.patchbay.shared.Secret;
import io.patchbay.system.Environment;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreatingAConnectorTests {

    private final TestWorld world = new TestWorld();

    @Test
    void keepsWhatWasAskedForAndHidesTheSecret() {
        var connector = done(world.connectorSetup.create(TestWorld.shopWish(" Shop ", Environment.TEST, null)));

        assertThat(connector.name()).isEqualTo(new Name("Shop"));
        assertThat(connector.group()).isEqualTo(world.retail.id());
        assertThat(connector.access().status()).isEqualTo(AccessStatus.NOT_CHECKED);
        assertThat(connector.access().credentials().values().get("shop"))
                .isEqualTo(new CredentialValue.Plain("my-shop"));
        var hidden = (CredentialValue.Hidden)
                connector.access().credentials().values().get("api_key");
        assertThat(world.secrets.reveal(world.acme.id(), hidden.secret())).isEqualTo(new Secret("sesame"));
        assertThat(connector.toString()).doesNotContain("sesame");
    }

    @Test
    void takesTheSystemsTimeZoneAndDateFormatWhereNoneIsNamed() {
        var access = world.shopConnector("Shop").access();

        assertThat(access.timeZone().toString()).isEqualTo("Europe/Berlin");
        assertThat(access.dateFormat().toString()).isEqualTo("ISO_8601");
    }

    @Test
    void refusesASecondLiveConnectorForTheSameSystemAndGroup() {
        var first = world.shopConnector("First");

        var outcome = world.connectorSetup.create(TestWorld.shopWish("Second", Environment.LIVE, null));

        assertThat(onlyRefusal(outcome)).isEqualTo(new ConnectorAlreadyExists(first));
        assertThat(world.secrets.size()).isEqualTo(1);
    }

    @Test
    void letsLiveAndTestAndOtherGroupsStandSideBySide() {
        world.shopConnector("Live");
        var wholesale = group("Wholesale");

        done(world.connectorSetup.create(TestWorld.shopWish("Test", Environment.TEST, world.retail.id())));
        done(world.connectorSetup.create(TestWorld.shopWish("Wholesale", Environment.LIVE, wholesale.id())));
    }

    @Test
    void asksForTheGroupWhereThereAreSeveral() {
        group("Wholesale");

        assertThat(refusals(world.connectorSetup.create(TestWorld.shopWish("Shop", Environment.LIVE, null))))
                .containsExactly("COMPANY_GROUP_REQUIRED at companyGroupId");
    }

    @Test
    void treatsAnotherCompanysGroupAsUnknown() {
        var foreign =
                world.groups.only(world.stranger().companyId()).orElseThrow().id();

        assertThat(refusals(world.connectorSetup.create(TestWorld.shopWish("Shop", Environment.LIVE, foreign))))
                .isEqualTo(refusals(world.connectorSetup.create(
                        TestWorld.shopWish("Shop", Environment.LIVE, CompanyGroupId.next()))))
                .containsExactly("NOT_FOUND at companyGroupId");
    }

    @Test
    void namesEveryProblemAtOnceInTheOrderOfTheInput() {
        world.shopConnector("First");
        var wish = new Wish(
                "corner-shop",
                new General.Typed("", null, Environment.LIVE),
                new TimeAndDate.Typed("Mars/Olympus", "hh", null),
                "basic",
                List.of(
                        given("colour", "red"),
                        given("shop", "My Shop"),
                        given("region", "moon"),
                        given("shop", "twice")));

        assertThat(refusals(world.connectorSetup.create(wish)))
                .containsExactly(
                        "INVALID_NAME at name",
                        "CONNECTOR_ALREADY_EXISTS at companyGroupId",
                        "INVALID_TIME_ZONE at timeZone",
                        "INVALID_DATE_FORMAT at dateFormat",
                        "UNKNOWN_CREDENTIAL at credentials.colour",
                        "INVALID_CREDENTIAL at credentials.shop",
                        "INVALID_CREDENTIAL at credentials.region",
                        "DUPLICATE_CREDENTIAL at credentials.shop",
                        "CREDENTIAL_REQUIRED at credentials.user",
                        "CREDENTIAL_REQUIRED at credentials.password");
    }

    @Test
    void namesWhatElseIsWrongBesideAnUnknownSystem() {
        var wish = new Wish(
                "no-such",
                new General.Typed("", CompanyGroupId.next(), null),
                new TimeAndDate.Typed("Mars/Olympus", null, null),
                "api-key",
                List.of());

        assertThat(refusals(world.connectorSetup.create(wish)))
                .containsExactly(
                        "NOT_FOUND at systemSlug",
                        "INVALID_NAME at name",
                        "NOT_FOUND at companyGroupId",
                        "INVALID_INPUT at environment",
                        "INVALID_TIME_ZONE at timeZone");
    }

    @Test
    void refusesAnEnvironmentThatTheVendorDoesNotHave() {
        var wish = new Wish(
                "ledger",
                new General.Typed("Ledger", null, Environment.TEST),
                new TimeAndDate.Typed(null, null, null),
                "token",
                List.of(given("token", "t")));

        assertThat(refusals(world.connectorSetup.create(wish)))
                .containsExactly("ENVIRONMENT_NOT_AVAILABLE at environment");
    }

    @Test
    void refusesMethodsThatAreUnknownOrNeedTheVendorsPage() {
        assertThat(refusals(world.connectorSetup.create(by("magic"))))
                .containsExactly("UNKNOWN_AUTHENTICATION_METHOD at authenticationMethod");
        assertThat(refusals(world.connectorSetup.create(by("connect"))))
                .containsExactly("AUTHORIZATION_REQUIRED at authenticationMethod");
    }

    @Test
    void keepsValuesAsGiven() {
        var wish = new Wish(
                "ledger",
                new General.Typed("Ledger", null, Environment.LIVE),
                new TimeAndDate.Typed(null, null, null),
                "token",
                List.of(given("token", " MiXeD ")));

        var hidden = (CredentialValue.Hidden) done(world.connectorSetup.create(wish))
                .access()
                .credentials()
                .values()
                .get("token");

        assertThat(world.secrets.reveal(world.acme.id(), hidden.secret())).isEqualTo(new Secret(" MiXeD "));
    }

    private CompanyGroup group(String name) {
        return done(world.companyAdministration.createGroup(name));
    }

    private static Wish by(String method) {
        return new Wish(
                "corner-shop",
                new General.Typed("Shop", null, Environment.LIVE),
                new TimeAndDate.Typed(null, null, null),
                method,
                List.of());
    }
}
