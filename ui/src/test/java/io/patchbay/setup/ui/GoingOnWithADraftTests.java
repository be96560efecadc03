package io.patchbay.setup.ui;

import static io.patchbay.setup.TestWorld.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import io.patchbay.identity.Viewer;
import io.patchbay.setup.Draft;
import io.patchbay.setup.General;
import io.patchbay.setup.SetupKind;
import io.patchbay.system.Environment;
import io.patchbay.ui.PageTest;
import org.junit.jupiter.api.Test;

class GoingOnWithADraftTests extends PageTest {

    @Test
    void isOfferedOnTheDashboardWhereItWasLeft() {
        var draft = begun();

        openDashboard();

        assertThat(page()).contains("My shop").contains("Connector to Corner Shop · next: Time zone and date format");
        assertThat(find(Anchor.class)
                        .withAriaLabel("Continue with My shop")
                        .single()
                        .getHref())
                .isEqualTo("setup/" + draft.id().value() + "/time-and-date");
    }

    @Test
    void isOfferedAfterManyOthersOnDemand() {
        begun();
        for (var number = 0; number < 5; number++) {
            world.clock.set(world.clock.instant().plusSeconds(1));
            done(world.draftSetup.start(SetupKind.CONNECTOR, "ledger"));
        }

        openDashboard();
        assertThat(page()).contains("Ledger, not named yet").doesNotContain("My shop");
        press("Show more");

        assertThat(page()).contains("My shop");
    }

    @Test
    void isNotOfferedToSomebodyElse() {
        begun();
        world.viewer.actAs(new Viewer.SignedIn(world.person(world.acme, "bert@acme.example")));

        openDashboard();

        assertThat(page()).doesNotContain("My shop");
    }

    @Test
    void endsWithDiscardingAfterAWarning() {
        begun();

        openDashboard();
        test(find(Button.class).withAriaLabel("Discard My shop").single()).click();
        assertThat(world.draftSetup.unfinished()).hasSize(1);
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(world.draftSetup.unfinished()).isEmpty();
        assertThat(page()).doesNotContain("Unfinished");
    }

    // The page is open already when a test begins, before anything was arranged.
    private void openDashboard() {
        open("help/concepts");
        open("");
    }

    private Draft begun() {
        var draft = done(world.draftSetup.start(SetupKind.CONNECTOR, "corner-shop"));
        return done(
                world.draftSetup.answer(draft.id(), new General.Typed("My shop", world.retail.id(), Environment.TEST)));
    }
}
