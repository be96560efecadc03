package io.patchbay.attention.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.server.VaadinSession;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.CheckReason;
import io.patchbay.connector.Connector;
import io.patchbay.setup.TestWorld;
import io.patchbay.system.Environment;
import io.patchbay.ui.AccessPageTest;
import io.patchbay.ui.Addresses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeeingWhatNeedsAttentionTests extends AccessPageTest {

    @Test
    void saysThatEverythingWorks() {
        found(world.shopConnector("Our shop"), AccessStatus.OPERATIONAL, null);

        open("attention");

        assertThat(page()).contains("Everything works").doesNotContain("Our shop");
    }

    @Test
    void saysWhatIsTheMatterWhyAndSinceWhenAndWhatToDo() {
        var shop = world.shopConnector("Our shop");
        found(shop, AccessStatus.FAILED_AUTHENTICATION, CheckReason.CREDENTIALS_REFUSED);

        open("attention");

        assertThat(page())
                .contains("Our shop")
                .contains("Corner Shop · Retail · Live")
                .contains("Failed authentication")
                .contains("The system does not accept these credentials.")
                .contains("Since Nov 22, 2026")
                .contains("Replace credentials");
        assertThat(links())
                .contains(Addresses.connector(shop.id().value()))
                .contains(Addresses.connectorSettings(shop.id().value()));
    }

    @Test
    void whatWorksInPartIsNotShownAsIfAllWereWell() {
        found(world.shopConnector("Our shop"), AccessStatus.OPERATIONAL, CheckReason.PERMISSION);

        open("attention");

        assertThat(page())
                .contains("Works in part")
                .contains("lack a permission")
                .doesNotContain("Operational");
    }

    @Test
    void aTestThatGoesWellTakesTheRowAway() {
        found(world.shopConnector("Our shop"), AccessStatus.SYSTEM_UNREACHABLE, CheckReason.TIMEOUT);
        open("attention");

        press("Test again");

        assertThat(words()).contains("Our shop works").contains("Everything works");
    }

    @Test
    void aTestThatGoesWrongLeavesTheRow() {
        found(world.shopConnector("Our shop"), AccessStatus.SYSTEM_UNREACHABLE, CheckReason.TIMEOUT);
        world.checks.answer(AccessStatus.SYSTEM_UNREACHABLE, null);
        open("attention");

        press("Test again");

        assertThat(words()).contains("Our shop still needs attention").contains("The system gave no answer");
    }

    @Test
    void rowsComeAndGoByThemselves() {
        var shop = world.shopConnector("Our shop");
        open("attention");
        assertThat(page()).contains("Everything works");

        found(shop, AccessStatus.SYSTEM_UNREACHABLE, CheckReason.TIMEOUT);
        awaitPage("System unreachable");

        found(shop, AccessStatus.OPERATIONAL, null);
        awaitPage("Everything works");
    }

    @Test
    void narrowsDownByWhatTheAddressSays() {
        found(world.shopConnector("Our shop"), AccessStatus.SYSTEM_UNREACHABLE, CheckReason.TIMEOUT);
        found(
                TestWorld.done(world.connectorSetup.create(TestWorld.shopWish("Trying out", Environment.TEST, null))),
                AccessStatus.SYSTEM_UNREACHABLE,
                CheckReason.TIMEOUT);

        open("attention?environment=test");
        assertThat(page()).contains("Trying out").doesNotContain("Our shop");

        open("attention?kind=instance");
        assertThat(page()).contains("Nothing that you are looking for");
    }

    @Test
    void theDashboardBeginsWithIt() {
        found(world.shopConnector("Our shop"), AccessStatus.NEEDS_RECONNECT, CheckReason.GRANT_GONE);

        open("help/concepts");
        open("");

        assertThat(page().indexOf("Needs attention")).isPositive().isLessThan(page().indexOf("Connectors"));
        assertThat(page()).contains("Everything that needs attention (1)").contains("Our shop");
    }

    @Test
    void theDashboardSaysThatEverythingWorksAndHearsWhenItDoesNot() {
        var shop = world.shopConnector("Our shop");
        open("help/concepts");
        open("");
        assertThat(page()).contains("Everything works");

        found(shop, AccessStatus.SYSTEM_UNREACHABLE, CheckReason.TIMEOUT);

        awaitPage("Everything that needs attention (1)");
    }

    private void found(Connector connector, AccessStatus status, @Nullable CheckReason reason) {
        world.connectors.record(connector.access(), new Check(status, reason, null, null, world.clock.instant()));
    }

    private void awaitPage(String text) {
        await().pollInSameThread().until(() -> {
            var session = VaadinSession.getCurrent();
            session.getService().runPendingAccessTasks(session);
            return page().contains(text);
        });
    }
}
