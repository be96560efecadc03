package io.patchbay.dashboard.ui;

import static io.patchbay.setup.TestWorld.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.identity.Viewer;
import io.patchbay.ui.PageTest;
import org.junit.jupiter.api.Test;

class SeeingWhatToDoNextTests extends PageTest {

    @Test
    void beginsWithAConnectorAndAToken() {
        openDashboard();

        assertThat(page())
                .contains("What to do next")
                .contains("Add your first connector")
                .contains("Make an API token")
                .contains("Acme");
    }

    @Test
    void ticksOffWhatIsDone() {
        world.shopConnector("Corner shop");

        openDashboard();

        assertThat(page()).contains("What to do next").contains("Make a token").contains("Not checked");
    }

    @Test
    void offersTheWaysOnWhereAllIsDone() {
        world.shopConnector("Corner shop");
        done(world.apiAccess.create("Reports", null));

        openDashboard();

        assertThat(page()).contains("Browse the marketplace").doesNotContain("What to do next");
    }

    @Test
    void countsOnlyTheOwnCompany() {
        world.shopConnector("Corner shop");
        world.viewer.actAs(new Viewer.SignedIn(world.stranger()));

        openDashboard();

        assertThat(page()).contains("No connector yet");
    }

    // The page is open already when a test begins, before anything was arranged.
    private void openDashboard() {
        open("help/concepts");
        open("");
    }
}
