package io.patchbay.setup.ui;

import static io.patchbay.setup.TestWorld.done;
import static io.patchbay.setup.TestWorld.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.access.ui.ConnectionTest;
import io.patchbay.company.CompanyGroup;
import io.patchbay.connector.ConnectorSearch;
import io.patchbay.connector.ConnectorSummary;
import io.patchbay.credential.CredentialValue;
import io.patchbay.setup.Draft;
import io.patchbay.setup.General;
import io.patchbay.setup.SetupKind;
import io.patchbay.setup.SetupStep;
import io.patchbay.setup.TestWorld;
import io.patchbay.setup.TimeAndDate;
import io.patchbay.shared.Page;
import io.patchbay.shared.Secret;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.Environment;
import io.patchbay.ui.PageTest;
import io.patchbay.ui.SecretField;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddingAConnectorTests extends PageTest {

    @Test
    void leadsFromTheSystemThroughFourStepsToTheConnector() {
        open("connectors/new");
        assertThat(page()).contains("Corner Shop").contains("Ledger");

        open("systems/corner-shop");
        assertThat(page()).contains("Before you start").contains("API key");
        press("Add connector");

        name("My shop");
        environment(Environment.LIVE);
        press("Next step");
        assertThat(address()).endsWith("/time-and-date");
        press("Next step");
        assertThat(address()).endsWith("/authentication");
        press("Next step");
        assertThat(address()).endsWith("/credentials");
        field("Shop name", "my-shop");
        press("Create connector");
        browserHolds("Sesame ");

        var connector = connectors().getFirst().connector();
        assertThat(connector.name().value()).isEqualTo("My shop");
        assertThat(connector.group()).isEqualTo(world.retail.id());
        assertThat(connector.access().timeZone()).hasToString("Europe/Berlin");
        var key = (CredentialValue.Hidden)
                connector.access().credentials().values().get("api_key");
        assertThat(world.secrets.reveal(world.acme.id(), key.secret())).isEqualTo(new Secret("Sesame "));
        assertThat(address()).isEqualTo("connectors/" + connector.id().value());
    }

    @Test
    void preselectsTheOnlyCompanyGroup() {
        openStep(started(), SetupStep.GENERAL);

        assertThat(group().getValue()).isEqualTo(world.retail);
    }

    @Test
    void namesEveryProblemOfAStepAtItsField() {
        openStep(started(), SetupStep.GENERAL);

        press("Next step");

        assertThat(find(TextField.class).single().getErrorMessage()).isEqualTo("Enter a name of 1 to 80 characters");
        assertThat(environments().getErrorMessage()).isEqualTo("Choose live or test");
        assertThat(address()).endsWith("/general");
    }

    @Test
    void saysWhichConnectorIsInTheWayAndLosesNothingWhileAGroupIsCreated() {
        world.shopConnector("First shop");
        openStep(started(), SetupStep.GENERAL);
        name("Second shop");
        environment(Environment.LIVE);

        press("Next step");
        assertThat(page()).contains("First shop is already the live connector").contains("Open First shop");
        press("Create a company group");
        var dialog = find(NewGroupDialog.class).single();
        test(find(TextField.class, dialog).single()).setValue("Wholesale");
        press("Create");

        assertThat(group().getValue().name().value()).isEqualTo("Wholesale");
        press("Next step");
        assertThat(address()).endsWith("/time-and-date");
        assertThat(world.draftSetup.unfinished().getFirst().general().name().value())
                .isEqualTo("Second shop");
    }

    @Test
    void leadsToTheNextStepAndSaysWhyWhereAStepCannotBeReachedYet() {
        var draft = started();

        openStep(draft, SetupStep.CREDENTIALS);

        assertThat(address()).endsWith("/general");
        assertThat(page()).contains("Answer the general details first");
    }

    @Test
    void goesBackToAnyFinishedStepWithItsAnswer() {
        openStep(answered(), SetupStep.GENERAL);

        assertThat(find(TextField.class).single().getValue()).isEqualTo("My shop");
        assertThat(environments().getValue()).isEqualTo(Environment.TEST);
    }

    @Test
    void showsWhatTimeZoneAndDateFormatMean() {
        openStep(answered(), SetupStep.TIME_AND_DATE);
        @SuppressWarnings("unchecked")
        var format = (Select<String>) find(Select.class).single();
        format.setValue("dd/MM/yyyy HH:mm:ss");

        assertThat(page())
                .contains("22/11/2026 13:00:00")
                .contains("2026-11-22T12:00:00Z")
                .contains("Sunday, March 28, 2027 at 02:00 clocks go forward by one hour");
    }

    @Test
    void takesAPatternOfItsOwnAndSaysWhatIsWrongWithIt() {
        openStep(answered(), SetupStep.TIME_AND_DATE);
        @SuppressWarnings("unchecked")
        var format = (Select<String>) find(Select.class).single();
        format.setValue("");
        test(find(TextField.class).single()).setValue("dd/MM");

        press("Next step");

        assertThat(find(TextField.class).single().getErrorMessage()).contains("loses part of the date");
    }

    @Test
    void offersToConnectByRedirectAsOneMethodAmongTheOthers() {
        openStep(answered(), SetupStep.AUTHENTICATION);

        assertThat(page()).contains("Connect by redirect");
        assertThat(methods().getItemEnabledProvider().test(method("connect"))).isTrue();
    }

    @Test
    void asksBeforeAnotherMethodDropsSavedCredentials() {
        var draft = withSecret();
        openStep(draft, SetupStep.AUTHENTICATION);
        methods().setValue(method("basic"));

        press("Next step");
        assertThat(address()).endsWith("/authentication");
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(address()).endsWith("/credentials");
        assertThat(world.draftSetup.find(draft.id()).orElseThrow().credentials().values())
                .isEmpty();
    }

    @Test
    void marksASavedSecretAndNeverShowsIt() {
        openStep(withSecret(), SetupStep.CREDENTIALS);

        var key = find(SecretField.class).single();
        assertThat(key.getElement().getProperty("placeholder")).isEqualTo("Saved");
        assertThat(key.getElement().getProperty("value")).isNull();
        assertThat(page()).contains("Saved. Leave it empty to keep it.").doesNotContain("sesame");
    }

    @Test
    void tellsHowLongASecretLivesAndUntilWhenASavedOneDoes() {
        openStep(answered(), SetupStep.CREDENTIALS);
        assertThat(page()).contains("The vendor lets it live for 30 days at most.");

        openStep(withSecret(), SetupStep.CREDENTIALS);
        browserHolds("");
        assertThat(page()).contains("Ends Dec 22, 2026, 12:00", "at the latest");
    }

    @Test
    void keepsWhatIsTypedAmongTheCredentialsWhenTheReaderLeaves() {
        var draft = answered();
        openStep(draft, SetupStep.CREDENTIALS);
        field("Shop name", "my-shop");

        openStep(draft, SetupStep.GENERAL);
        browserHolds("sesame");

        assertThat(address()).endsWith("/general");
        var kept = world.draftSetup.find(draft.id()).orElseThrow().credentials();
        assertThat(kept.values()).containsOnlyKeys("shop", "api_key");
    }

    @Test
    void namesEachCredentialThatIsMissing() {
        openStep(answered(), SetupStep.CREDENTIALS);

        press("Create connector");
        browserHolds("");

        assertThat(find(TextField.class).single().getErrorMessage()).isEqualTo("Enter Shop name");
        assertThat(find(SecretField.class).single().getErrorMessage()).isEqualTo("Enter API key");
        assertThat(connectors()).isEmpty();
    }

    @Test
    void aTestThatFailsHindersNobodyFromCreating() {
        openStep(answered(), SetupStep.CREDENTIALS);
        field("Shop name", "my-shop");

        press("Test connection");
        browserHolds("wrong");
        assertThat(verdict())
                .contains("Failed authentication", "You can create it all the same", "12 ms")
                .doesNotContain("Operational");

        press("Test connection");
        browserHolds("sesame");
        assertThat(verdict()).contains("Operational").doesNotContain("You can create it all the same");
    }

    @Test
    void aTestNamesWhatIsIllFormedAtItsField() {
        openStep(answered(), SetupStep.CREDENTIALS);
        field("Shop name", "No Shop");

        press("Test connection");
        browserHolds("");

        assertThat(find(TextField.class).single().isInvalid()).isTrue();
        assertThat(find(TextField.class).single().getErrorMessage()).startsWith("Shop name ");
        assertThat(verdict()).doesNotContain("Shop name");

        field("Shop name", "my-shop");
        press("Test connection");
        browserHolds("sesame");
        assertThat(find(TextField.class).single().isInvalid()).isFalse();
        assertThat(verdict()).contains("Operational");
    }

    private String verdict() {
        return find(ConnectionTest.class).single().getElement().getTextRecursively();
    }

    @Test
    void leavesOnlyWhatIsIllFormedBehindWhenTheReaderLeaves() {
        var draft = answered();
        openStep(draft, SetupStep.CREDENTIALS);
        field("Shop name", "No Shop");

        openStep(draft, SetupStep.AUTHENTICATION);
        browserHolds("sesame");

        assertThat(address()).endsWith("/authentication");
        assertThat(world.draftSetup.find(draft.id()).orElseThrow().credentials().values())
                .containsOnlyKeys("api_key");
    }

    @Test
    void keepsTheCredentialsWhereThePlaceWasTakenMeanwhile() {
        var draft = answered();
        openStep(draft, SetupStep.CREDENTIALS);
        field("Shop name", "my-shop");
        done(world.connectorSetup.create(TestWorld.shopWish("Faster", Environment.TEST, null)));

        press("Create connector");
        browserHolds("sesame");

        assertThat(page()).contains("Faster is already the test connector").contains("Saved. Leave it empty");
        assertThat(address()).endsWith("/credentials");
    }

    @Test
    void goesOnInANewGroupWhereThePlaceWasTakenMeanwhile() {
        openStep(withSecret(), SetupStep.CREDENTIALS);
        done(world.connectorSetup.create(TestWorld.shopWish("Faster", Environment.TEST, null)));
        press("Create connector");
        browserHolds("");

        press("Create a company group");
        var dialog = find(NewGroupDialog.class).single();
        test(find(TextField.class, dialog).single()).setValue("Wholesale");
        press("Create");
        assertThat(page()).doesNotContain("Faster is already");
        press("Create connector");
        browserHolds("");

        assertThat(connectors())
                .extracting(summary -> summary.group().name().value())
                .containsExactly("Wholesale", "Retail");
    }

    @Test
    void offersUnfinishedWizardsAgain() {
        answered();

        open("connectors/new");

        assertThat(page()).contains("Unfinished").contains("My shop").contains("next: Credentials");
    }

    @Test
    void discardsAfterAsking() {
        var draft = withSecret();
        openStep(draft, SetupStep.GENERAL);

        press("Discard");
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(world.draftSetup.find(draft.id())).isEmpty();
    }

    @Test
    void saysWhatToDoWhereADraftIsGone() {
        open("setup/00000000-0000-7000-8000-000000000000/general");

        assertThat(page())
                .contains("This set-up is finished, discarded or expired")
                .contains("Start a new one");
    }

    @Test
    void findsSystemsByPartOfTheirNames() {
        open("connectors/new?q=corn");

        assertThat(page()).contains("Corner Shop").contains("One system").doesNotContain("Ledger");
    }

    private Draft started() {
        return done(world.draftSetup.start(SetupKind.CONNECTOR, "corner-shop"));
    }

    /** A draft whose first three steps have their answers. */
    private Draft answered() {
        var id = started().id();
        done(world.draftSetup.answer(id, new General.Typed("My shop", null, Environment.TEST)));
        done(world.draftSetup.answer(id, new TimeAndDate.Typed(null, null, null)));
        return done(world.draftSetup.answerMethod(id, "api-key"));
    }

    private Draft withSecret() {
        return done(world.draftSetup.answerCredentials(
                answered().id(), List.of(given("shop", "my-shop"), given("api_key", "sesame"))));
    }

    private void openStep(Draft draft, SetupStep step) {
        open("setup/" + draft.id().value() + "/" + Steps.slug(step));
    }

    private void name(String name) {
        field("Name", name);
    }

    private void field(String label, String value) {
        test(find(TextField.class).withPropertyValue(TextField::getLabel, label).single())
                .setValue(value);
    }

    private void environment(Environment environment) {
        environments().setValue(environment);
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Environment> environments() {
        return findInView(RadioButtonGroup.class).single();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<AuthenticationMethod> methods() {
        return findInView(RadioButtonGroup.class).single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<CompanyGroup> group() {
        return find(ComboBox.class).single();
    }

    private AuthenticationMethod method(String key) {
        return world.systems.find("corner-shop").orElseThrow().method(key).orElseThrow();
    }

    private List<ConnectorSummary> connectors() {
        return world.connectors
                .page(world.acme.id(), ConnectorSearch.ANY, Page.Request.first(10))
                .items();
    }
}
