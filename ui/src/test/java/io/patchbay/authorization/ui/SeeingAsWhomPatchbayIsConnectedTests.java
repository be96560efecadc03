package io.patchbay.authorization.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.server.VaadinSession;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.CheckReason;
import io.patchbay.connector.Connector;
import io.patchbay.credential.Credentials;
import io.patchbay.shared.Secret;
import io.patchbay.token.IssuedTokens;
import io.patchbay.ui.AccessPageTest;
import io.patchbay.ui.Addresses;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeeingAsWhomPatchbayIsConnectedTests extends AccessPageTest {

    private Connector shop;

    @BeforeEach
    void haveAConnectorThatSomebodySaidYesTo() {
        var made = world.shopConnector("Shop");
        shop = world.connectors.save(
                made.with(made.access().withReplaced(Credentials.none("connect"), world.clock.instant())));
    }

    @Test
    void saysThatNobodyHasSaidYesYet() {
        open(page(shop));

        assertThat(words()).contains("Not connected yet");
    }

    @Test
    void saysAsWhomAndWhenThatIsOver() {
        grantAs("Corner Shop");
        open(page(shop));
        assertThat(words()).contains("Connected as Corner Shop").doesNotContain("Was connected");

        found(AccessStatus.NEEDS_RECONNECT, CheckReason.GRANT_GONE);

        awaitWords("Was connected as Corner Shop");
        assertThat(words()).doesNotContain("Connected as Corner Shop");
        open(page(shop));
        assertThat(words()).contains("Was connected as Corner Shop").doesNotContain("Connected as Corner Shop");
    }

    @Test
    void saysThatItIsOverWhereTheVendorTellsNoAccount() {
        grantAs(null);
        found(AccessStatus.NEEDS_RECONNECT, CheckReason.GRANT_GONE);

        open(page(shop));

        assertThat(words()).contains("No longer connected");
    }

    private void grantAs(@Nullable String account) {
        var now = world.clock.instant();
        world.tokenStore.keepFirst(
                shop.access().companyId(),
                shop.access().credentials().id(),
                new IssuedTokens(
                        new Secret("access"),
                        new Secret("refresh"),
                        account,
                        List.of(),
                        now,
                        now.plus(Duration.ofHours(1)),
                        null,
                        null));
    }

    private void found(AccessStatus status, CheckReason reason) {
        world.connectors.record(shop.access(), new Check(status, reason, null, null, world.clock.instant()));
    }

    private void awaitWords(String text) {
        await().atMost(Duration.ofSeconds(30)).pollInSameThread().until(() -> {
            var session = VaadinSession.getCurrent();
            session.getService().runPendingAccessTasks(session);
            return words().contains(text);
        });
    }

    private static String page(Connector connector) {
        return Addresses.connector(connector.id().value());
    }
}
