package io.patchbay.setup;

import static io.patchbay.setup.TestWorld.done;
import static io.patchbay.setup.TestWorld.given;
import static io.patchbay.shared.Refused.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.identity.Viewer;
import io.patchbay.shared.FieldKind;
import io.patchbay.shared.FormField;
import io.patchbay.shared.FormOption;
import io.patchbay.shared.StaleVersion;
import io.patchbay.system.Environment;
import io.patchbay.system.TestSystems;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AskingTheWizardsQuestionsTests {

    private final TestWorld world = new TestWorld();

    @Test
    void goesThroughTheStepsInOrder() {
        var form = SetupForm.of(SetupKind.CONNECTOR, TestSystems.SHOP, null);

        assertThat(form.steps()).extracting(SetupForm.Step::step).containsExactly(SetupStep.values());
        assertThat(keys(form, SetupStep.GENERAL)).containsExactly("name", "companyGroupId", "environment");
        assertThat(keys(form, SetupStep.TIME_AND_DATE)).containsExactly("timeZone", "dateFormat");
        assertThat(keys(form, SetupStep.AUTHENTICATION)).containsExactly("authenticationMethod");
        assertThat(keys(form, SetupStep.CREDENTIALS)).isEmpty();
    }

    @Test
    void asksOfAnInstanceNoGroupButALimit() {
        var form = SetupForm.of(SetupKind.INSTANCE, TestSystems.SHOP, null);

        assertThat(keys(form, SetupStep.GENERAL)).containsExactly("name", "environment");
        assertThat(keys(form, SetupStep.TIME_AND_DATE)).containsExactly("timeZone", "dateFormat", "requests", "per");
        assertThat(field(form, SetupStep.TIME_AND_DATE, "requests").proposal()).isEqualTo("2");
        assertThat(field(form, SetupStep.TIME_AND_DATE, "per").proposal()).isEqualTo("SECOND");
    }

    @Test
    void asksForTheCredentialsOfTheMethod() {
        var basic = TestSystems.SHOP.method("basic").orElseThrow();
        var form = SetupForm.of(SetupKind.CONNECTOR, TestSystems.SHOP, basic);

        assertThat(keys(form, SetupStep.CREDENTIALS)).containsExactly("shop", "user", "password", "region");
        assertThat(field(form, SetupStep.CREDENTIALS, "shop").path()).containsExactly("credentials", "shop");
        assertThat(field(form, SetupStep.CREDENTIALS, "password").secret()).isTrue();
        assertThat(field(form, SetupStep.CREDENTIALS, "user").kind()).isEqualTo(FieldKind.EMAIL);
        assertThat(field(form, SetupStep.CREDENTIALS, "region").options())
                .extracting(FormOption::value)
                .containsExactly("eu", "us");
    }

    @Test
    void proposesWhatIsRightForMost() {
        var shop = SetupForm.of(SetupKind.CONNECTOR, TestSystems.SHOP, null);
        var ledger = SetupForm.of(SetupKind.CONNECTOR, TestSystems.LEDGER, null);

        assertThat(field(shop, SetupStep.GENERAL, "environment").proposal()).isNull();
        assertThat(field(ledger, SetupStep.GENERAL, "environment").proposal()).isEqualTo("LIVE");
        assertThat(field(shop, SetupStep.TIME_AND_DATE, "timeZone").proposal()).isEqualTo("Europe/Berlin");
        assertThat(field(ledger, SetupStep.TIME_AND_DATE, "timeZone").proposal())
                .isEqualTo("UTC");
        assertThat(field(ledger, SetupStep.TIME_AND_DATE, "dateFormat").proposal())
                .isEqualTo("yyyy-MM-dd");
        assertThat(field(shop, SetupStep.AUTHENTICATION, "authenticationMethod").proposal())
                .isEqualTo("api-key");
    }

    @Test
    void showsWhatCannotBeChosenAndSaysSo() {
        var ledger = SetupForm.of(SetupKind.CONNECTOR, TestSystems.LEDGER, null);
        var test = field(ledger, SetupStep.GENERAL, "environment").options().getLast();

        assertThat(test.available()).isFalse();
        assertThat(test.label().in(Locale.ENGLISH)).isEqualTo("Test (not offered by Ledger)");
        assertThat(test.label().in(Locale.GERMANY)).isEqualTo("Test (bietet Ledger nicht an)");
    }

    @Test
    void proposesNothingThatItsOwnRulesWouldRefuse() {
        for (var kind : SetupKind.values()) {
            for (var system : List.of(TestSystems.SHOP, TestSystems.LEDGER)) {
                var form = SetupForm.of(kind, system, null);
                done(world.installation.install(system.id().slug()));
                var zone = field(form, SetupStep.TIME_AND_DATE, "timeZone").proposal();
                var format = field(form, SetupStep.TIME_AND_DATE, "dateFormat").proposal();
                var method = field(form, SetupStep.AUTHENTICATION, "authenticationMethod")
                        .proposal();

                assertThat(check(kind, system.id().slug(), new TimeAndDate.Typed(zone, format, null)))
                        .isEmpty();
                assertThat(check(kind, system.id().slug(), new SetupAnswer.Method(method)))
                        .isEmpty();
            }
        }
    }

    @Test
    void saysWhatIsWrongWithAnAnswerAndKeepsNothing() {
        assertThat(check(SetupKind.CONNECTOR, "corner-shop", new General.Typed(" ", null, null)))
                .containsExactly("INVALID_NAME at name", "INVALID_INPUT at environment");
        assertThat(check(SetupKind.CONNECTOR, "corner-shop", new TimeAndDate.Typed("Mars", "hh", null)))
                .containsExactly("INVALID_TIME_ZONE at timeZone", "INVALID_DATE_FORMAT at dateFormat");
        assertThat(check(SetupKind.CONNECTOR, "corner-shop", new SetupAnswer.Method("magic")))
                .containsExactly("UNKNOWN_AUTHENTICATION_METHOD at authenticationMethod");
        assertThat(check(SetupKind.CONNECTOR, "corner-shop", new SetupAnswer.Values(List.of(given("shop", "A B")))))
                .containsExactly(
                        "INVALID_CREDENTIAL at credentials.shop", "CREDENTIAL_REQUIRED at credentials.api_key");
        assertThat(check(SetupKind.INSTANCE, "corner-shop", new SetupAnswer.Method("api-key")))
                .containsExactly("SYSTEM_NOT_INSTALLED at systemSlug");
        assertThat(world.secrets.size()).isZero();
        assertThat(world.draftSetup.unfinished()).isEmpty();
    }

    @Test
    void saysBeforehandThatAPlaceIsTaken() {
        world.shopConnector("First");

        assertThat(check(SetupKind.CONNECTOR, "corner-shop", new General.Typed("Second", null, Environment.LIVE)))
                .containsExactly("CONNECTOR_ALREADY_EXISTS at companyGroupId");
    }

    @Test
    void tellsTheSecondEditorThatTheFirstWasFaster() {
        var draft = done(world.draftSetup.start(SetupKind.CONNECTOR, "corner-shop"));
        var first = done(world.draftSetup.answer(
                draft.id(), draft.version(), new General.Typed("First", null, Environment.LIVE)));

        var second = world.draftSetup.answer(
                draft.id(), draft.version(), new General.Typed("Second", null, Environment.LIVE));

        assertThat(second.refusals()).containsExactly(new StaleVersion(first));
        assertThat(world.draftSetup.find(draft.id())).contains(first);
    }

    @Test
    void createsAndChecksOnlyWhatTheDraftIsFor() {
        var draft =
                done(world.draftSetup.start(SetupKind.CONNECTOR, "corner-shop")).id();

        assertThat(refusals(world.draftCreation.create(draft, SetupKind.INSTANCE)))
                .containsExactly("NOT_FOUND at draftId");
        assertThat(refusals(world.draftChecking.check(draft, SetupKind.INSTANCE)))
                .containsExactly("NOT_FOUND at draftId");
    }

    @Test
    void discardsNothingOfOthers() {
        var draft = done(world.draftSetup.start(SetupKind.CONNECTOR, "corner-shop"));
        world.viewer.actAs(new Viewer.SignedIn(world.person(world.acme, "ben@acme.example")));

        assertThat(refusals(world.draftSetup.discard(draft.id()))).containsExactly("NOT_FOUND at draftId");
    }

    private List<String> check(SetupKind kind, String system, SetupAnswer answer) {
        return refusals(world.stepValidation.check(kind, system, "api-key", answer));
    }

    private static List<String> keys(SetupForm form, SetupStep step) {
        return form.steps().get(step.ordinal()).fields().stream()
                .map(FormField::key)
                .toList();
    }

    private static FormField field(SetupForm form, SetupStep step, String key) {
        return form.steps().get(step.ordinal()).fields().stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
