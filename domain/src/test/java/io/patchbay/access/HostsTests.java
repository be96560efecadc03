package io.patchbay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.setup.TestWorld;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HostsTests {

    private static final String SHOP = "shop.example.com";

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Hosts hosts = new Hosts(2, now::get);

    @Test
    void letInOnlySoManyAtOnce() {
        assertThat(hosts.enter(SHOP)).isEmpty();
        assertThat(hosts.enter(SHOP)).isEmpty();
        assertThat(hosts.enter(SHOP)).isPresent();
        assertThat(hosts.enter("other.example.com")).isEmpty();

        hosts.leave(SHOP, Duration.ofSeconds(1));
        assertThat(hosts.enter(SHOP)).isEmpty();
    }

    @Test
    void giveEachATurnOfItsOwnAtTheHostsPace() {
        hosts.enter(SHOP);
        hosts.enter(SHOP);
        hosts.leave(SHOP, Duration.ofSeconds(4));
        hosts.enter(SHOP);

        assertThat(hosts.enter(SHOP)).contains(Duration.ofSeconds(2));
        assertThat(hosts.enter(SHOP)).contains(Duration.ofSeconds(4));
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(hosts.enter(SHOP)).contains(Duration.ofSeconds(5));
        now.addAndGet(Duration.ofSeconds(60).toNanos());
        assertThat(hosts.enter(SHOP)).contains(Duration.ofSeconds(2));
    }

    @Test
    void forgetWhomNobodyAsks() {
        hosts.enter(SHOP);
        hosts.leave(SHOP, Duration.ofSeconds(4));

        assertThatThrownBy(() -> hosts.leave(SHOP, Duration.ZERO)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void areToldByWhatIsNotSecret() {
        var world = new TestWorld();
        var access = world.shopConnector("Shop").access();
        var system = world.systems.find(access.system()).orElseThrow();

        assertThat(Hosts.of(system, access)).startsWith("my-shop.").doesNotContain("/", "{", "sesame");
    }
}
