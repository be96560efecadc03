package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoginThrottleTests {

    private final LoginThrottle throttle = new LoginThrottle();

    @Test
    void slowsAnAccountDownWhereverTheAttemptsComeFrom() {
        for (var attempt = 0; attempt < 5; attempt++) {
            assertThat(throttle.admits("anna@acme.example", "192.0.2." + attempt))
                    .isTrue();
        }

        assertThat(throttle.admits("anna@acme.example", "192.0.2.99")).isFalse();
        assertThat(throttle.admits("bert@acme.example", "192.0.2.99")).isTrue();
    }

    @Test
    void slowsAnAddressDownWhoeverItTries() {
        exhaust("192.0.2.1");

        assertThat(throttle.admits("anna@acme.example", "192.0.2.1")).isFalse();
        assertThat(throttle.admits("anna@acme.example", "192.0.2.2")).isTrue();
    }

    @Test
    void takesAllAddressesOfOneIpv6NetworkForOne() {
        exhaust("2001:db8:0:1::1");

        assertThat(throttle.admits("anna@acme.example", "2001:db8:0:1::2")).isFalse();
        assertThat(throttle.admits("anna@acme.example", "2001:db8:0:2::1")).isTrue();
    }

    @Test
    void remembersNoAccountsOfAnAddressThatIsNotAdmitted() {
        exhaust("192.0.2.1");

        var account = attempt("made-up", "192.0.2.1");

        assertThat(forgotten(account)).isTrue();
    }

    @Test
    void remembersNoMoreOfANameThanAnAccountHas() {
        var account = attempt("x".repeat(1_000_000), "192.0.2.1");

        assertThat(forgotten(account)).isTrue();
    }

    private void exhaust(String address) {
        for (var attempt = 0; attempt < 20; attempt++) {
            assertThat(throttle.admits("somebody-" + attempt, address)).isTrue();
        }
    }

    private WeakReference<String> attempt(String name, String address) {
        var account = new String(name.toCharArray());
        throttle.admits(account, address);
        return new WeakReference<>(account);
    }

    private static boolean forgotten(WeakReference<String> account) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (account.get() != null && System.nanoTime() < deadline) {
            System.gc();
        }
        return account.get() == null;
    }
}
