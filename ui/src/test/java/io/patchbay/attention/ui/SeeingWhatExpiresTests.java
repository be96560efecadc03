package io.patchbay.attention.ui;

import static io.patchbay.setup.TestWorld.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.setup.TestWorld;
import io.patchbay.system.Environment;
import io.patchbay.ui.AccessPageTest;
import io.patchbay.ui.Addresses;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SeeingWhatExpiresTests extends AccessPageTest {

    @Test
    void saysThatNothingExpiresSoon() {
        world.shopConnector("Our shop");

        open("expiry");

        assertThat(page()).contains("Nothing expires soon");
    }

    @Test
    void saysWhatEndsOfWhichConnectorWhenAndWhatToDo() {
        var shop = done(world.connectorSetup.create(TestWorld.shopWish("Trying out", Environment.TEST, null)));

        open("expiry");

        assertThat(page())
                .contains("Trying out")
                .contains("in 30 days")
                .contains("Corner Shop · Retail · Test")
                .contains("API key ends Dec 22, 2026, 12:00")
                .contains("at the latest")
                .contains("Replace credentials");
        assertThat(links()).contains(Addresses.connectorSettings(shop.id().value()));
    }

    @Test
    void saysTodayTomorrowAndExpired() {
        done(world.apiAccess.create("Today", world.clock.instant().plus(Duration.ofHours(2))));
        done(world.apiAccess.create("Tomorrow", world.clock.instant().plus(Duration.ofHours(13))));
        done(world.connectorSetup.create(TestWorld.shopWish("Trying out", Environment.TEST, null)));

        open("expiry");
        assertThat(page()).containsSubsequence("Today", "today", "Tomorrow", "tomorrow", "Trying out", "in 30 days");

        world.clock.goOn(Duration.ofHours(3));
        open("help/concepts");
        open("expiry");
        assertThat(page()).containsSubsequence("Today", "Expired", "Has opened nothing since", "Tomorrow");
    }

    @Test
    void theDashboardSaysHowMuchEndsSoon() {
        world.shopConnector("Our shop");
        done(world.apiAccess.create("Reports", world.clock.instant().plus(Duration.ofDays(3))));

        open("help/concepts");
        open("");

        assertThat(page()).contains("Expired or expiring within 14 days: 1");
        assertThat(links()).contains(Addresses.EXPIRY);
    }
}
