package io.patchbay.instance.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.setup.TestWorld;
import io.patchbay.shared.Ids;
import io.patchbay.system.RateLimit;
import io.patchbay.ui.AccessPageTest;
import io.patchbay.ui.Addresses;
import org.junit.jupiter.api.Test;

class KeepingInstancesTests extends AccessPageTest {

    @Test
    void anEmptyListLeadsToTheMarketplace() {
        open(Addresses.INSTANCES);

        assertThat(words()).contains("No system is installed yet");
        assertThat(links()).contains(Addresses.MARKETPLACE);
    }

    @Test
    void everyInstalledSystemStandsWithItsInstances() {
        TestWorld.done(world.installation.install("corner-shop"));
        TestWorld.done(world.installation.install("ledger"));
        var orders = Orders.instance(world);

        open(Addresses.INSTANCES);

        assertThat(words()).contains("Orders", "Add instance of Corner Shop", "There is no instance of Ledger yet");
        assertThat(links()).contains(Addresses.instance(orders.id().value()), Addresses.newInstance("ledger"));
    }

    @Test
    void givesAnInstanceARateLimitOfItsOwnAndTakesItAway() {
        TestWorld.done(world.installation.install("corner-shop"));
        var orders = Orders.instance(world);
        open(Addresses.instanceSettings(orders.id().value()));

        type("Requests at most", "1");
        press("Save settings");
        assertThat(world.instances
                        .find(world.acme.id(), orders.id())
                        .orElseThrow()
                        .rateLimit())
                .isEqualTo(new RateLimit(1, RateLimit.Unit.SECOND));
        open(Addresses.instance(orders.id().value()));
        assertThat(words()).contains("1 per second", "Its own limit");

        open(Addresses.instanceSettings(orders.id().value()));
        type("Requests at most", "");
        press("Save settings");
        assertThat(world.instances
                        .find(world.acme.id(), orders.id())
                        .orElseThrow()
                        .rateLimit())
                .isNull();
    }

    @Test
    void refusesALimitOfNothing() {
        TestWorld.done(world.installation.install("corner-shop"));
        open(Addresses.instanceSettings(Orders.instance(world).id().value()));

        type("Requests at most", "0");
        press("Save settings");

        assertThat(field("Requests at most").getErrorMessage()).contains("Allow between 1 and");
    }

    @Test
    void removesAnInstanceOnceItsNameIsTyped() {
        TestWorld.done(world.installation.install("corner-shop"));
        var orders = Orders.instance(world);
        open(Addresses.instanceSettings(orders.id().value()));

        press("Remove…");
        type("Name of what is removed", "Orders");
        press("Remove for good");

        assertThat(world.instances.find(world.acme.id(), orders.id())).isEmpty();
        assertThat(address()).isEqualTo("instances");
    }

    @Test
    void anUnknownInstanceIsNotFound() {
        open(Addresses.instance(Ids.next()));

        assertThat(words()).contains("There is nothing at this address");
    }
}
