package io.patchbay.access.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.connector.Connector;
import io.patchbay.ui.PageTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Pages while somebody else changes what they show. */
class UpdatingByThemselvesTests extends PageTest {

    @Test
    void aTileShowsTheStatusThatSomebodyElseFound() {
        var shop = world.shopConnector("Our shop");
        open("connectors");
        assertThat(page()).contains("Not checked");
        var tile = find(Anchor.class).withText("Our shop").all();

        found(shop, AccessStatus.OPERATIONAL);

        awaitPage("Operational");
        assertThat(page()).doesNotContain("Not checked");
        assertThat(find(Anchor.class).withText("Our shop").all()).isEqualTo(tile);
    }

    @Test
    void aTileComesAndGoes() {
        open("connectors");
        find(TextField.class).single().setValue("");
        var shop = world.shopConnector("New shop");
        awaitPage("New shop");

        world.connectors.remove(shop);

        await().pollInSameThread().until(() -> {
            takeIn();
            return !page().contains("New shop");
        });
        assertThat(page()).contains("Add");
    }

    @Test
    void thePageShowsTheCheckThatSomebodyElseMade() {
        var shop = world.shopConnector("Our shop");
        open("connectors/" + shop.id().value());
        assertThat(page()).contains("Not checked");

        found(shop, AccessStatus.FAILED_AUTHENTICATION);

        awaitPage("Failed authentication");
    }

    @Test
    void thePageSaysThatSomebodyRemovedIt() {
        var shop = world.shopConnector("Our shop");
        open("connectors/" + shop.id().value());

        world.connectors.remove(shop);

        awaitPage("Our shop has been removed");
    }

    @Test
    void theDashboardCountsAnew() {
        open("");
        assertThat(page()).contains("No connector yet");

        var shop = world.shopConnector("Our shop");
        awaitPage("Not checked");

        found(shop, AccessStatus.OPERATIONAL);

        awaitPage("Operational");
    }

    @Test
    void nobodyIsTurnedToOnceThePageIsLeft() {
        world.shopConnector("Our shop");
        open("help/concepts");
        var byTheNavigation = world.statusChanges.watchers();
        open("connectors");
        open("");
        assertThat(world.statusChanges.watchers()).isGreaterThan(byTheNavigation);
        open("help/concepts");
        roundTrip();

        assertThat(world.statusChanges.watchers()).isEqualTo(byTheNavigation);
    }

    private void found(Connector shop, AccessStatus status) {
        var check = new Check(status, null, null, null, Instant.parse("2026-11-22T12:00:00Z"));
        world.connectors.record(shop.access(), check);
    }

    private void awaitPage(String text) {
        await().pollInSameThread().until(() -> {
            takeIn();
            return page().contains(text);
        });
    }

    /** Lets other threads do to the page what they mean to; here, this thread holds the session all the time. */
    private static void takeIn() {
        var session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
    }
}
