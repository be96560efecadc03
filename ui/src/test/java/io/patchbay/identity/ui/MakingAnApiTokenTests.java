package io.patchbay.identity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.patchbay.identity.ApiToken;
import io.patchbay.shared.Page;
import io.patchbay.shared.Secret;
import io.patchbay.ui.PageTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MakingAnApiTokenTests extends PageTest {

    @BeforeEach
    void itIsNovember() {
        world.clock.set(Instant.parse("2026-11-22T12:00:00Z"));
    }

    @Test
    void showsTheTokenOnceAndKeepsItOutOfThePage() {
        ask("Reports");
        pressInDialog("Make a token");

        roundTrip();
        var secret = shownInBrowser();
        assertThat(world.apiAccess.authenticate(new Secret(secret)).map(ApiToken::id))
                .contains(only().id());
        assertThat(find(Paragraph.class).withTextContaining("shown this once").exists())
                .isTrue();
        assertThat(UI.getCurrent().getElement().getOuterHTML()).doesNotContain(secret);
        pressInDialog("I have copied it");

        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(page()).contains("Reports").contains("Active");
    }

    @Test
    void isOfferedOnceWhetherThereAreAnyOrNot() {
        open("tokens");
        assertThat(find(Button.class).withText("Make a token").all().stream()
                        .filter(Button::isVisible)
                        .count())
                .isOne();
        assertThat(page()).contains("No API token yet");

        ask("Reports");
        pressInDialog("Make a token");
        pressInDialog("I have copied it");
        assertThat(page()).doesNotContain("No API token yet");
        press("Make a token");
        assertThat(find(Dialog.class).exists()).isTrue();
    }

    @Test
    void expiresAfterNinetyDaysWhereNothingElseIsChosen() {
        ask("Reports");
        pressInDialog("Make a token");

        assertThat(only().expiresAt()).isEqualTo(world.clock.instant().plus(Duration.ofDays(90)));
    }

    @Test
    void neverExpiresWhereThatIsChosen() {
        ask("Reports");
        expiry().setValue(Expiry.NEVER);
        pressInDialog("Make a token");

        assertThat(only().expiresAt()).isNull();
    }

    @Test
    void worksToTheEndOfTheLastDay() {
        ask("Reports");
        expiry().setValue(Expiry.DATE);
        find(DatePicker.class).single().setValue(LocalDate.of(2026, 12, 24));
        pressInDialog("Make a token");

        assertThat(only().expiresAt()).isEqualTo(Instant.parse("2026-12-25T00:00:00Z"));
    }

    @Test
    void wantsADayWhereADayWasChosen() {
        ask("Reports");
        expiry().setValue(Expiry.DATE);
        pressInDialog("Make a token");

        assertThat(find(DatePicker.class).single().isInvalid()).isTrue();
        assertThat(all()).isEmpty();
    }

    @Test
    void refusesADayThatHasPassed() {
        ask("Reports");
        expiry().setValue(Expiry.DATE);
        find(DatePicker.class).single().setValue(LocalDate.of(2026, 11, 1));
        pressInDialog("Make a token");

        assertThat(find(DatePicker.class).single().getErrorMessage())
                .isEqualTo("Choose a moment in the future, or none");
        assertThat(all()).isEmpty();
    }

    @Test
    void wantsAName() {
        ask(" ");
        pressInDialog("Make a token");

        assertThat(find(TextField.class).single().getErrorMessage()).isEqualTo("Enter a name of 1 to 80 characters");
        assertThat(all()).isEmpty();
    }

    private void ask(String name) {
        open("tokens");
        press("Make a token");
        test(find(TextField.class).single()).setValue(name);
    }

    @SuppressWarnings("unchecked")
    private Select<Expiry> expiry() {
        return find(Select.class).single();
    }

    private void pressInDialog(String text) {
        var dialog = find(Dialog.class).single();
        test(find(Button.class, dialog).withText(text).single()).click();
    }

    private static String shownInBrowser() {
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .map(PendingJavaScriptInvocation::getInvocation)
                .filter(call -> call.getExpression().contains("this.textContent = $0"))
                .map(call -> (String) call.getParameters().getFirst())
                .findFirst()
                .orElseThrow();
    }

    private ApiToken only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    private List<ApiToken> all() {
        return world.tokens.page(world.acme.id(), Page.Request.first(10)).items();
    }
}
