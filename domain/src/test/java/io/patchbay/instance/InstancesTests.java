package io.patchbay.instance;

import static io.patchbay.setup.TestWorld.done;
import static io.patchbay.setup.TestWorld.given;
import static io.patchbay.shared.Refused.onlyRefusal;
import static io.patchbay.shared.Refused.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.setup.General;
import io.patchbay.setup.TestWorld;
import io.patchbay.setup.TimeAndDate;
import io.patchbay.setup.Wish;
import io.patchbay.shared.Outcome;
import io.patchbay.system.Environment;
import io.patchbay.system.RateLimit;
import io.patchbay.system.TestSystems;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class InstancesTests {

    private final TestWorld world = new TestWorld();

    @Test
    void areRefusedWhereTheSystemIsNotInstalled() {
        assertThat(refusals(world.instanceSetup.create(wish("Books"))))
                .containsExactly("SYSTEM_NOT_INSTALLED at systemSlug");
    }

    @Test
    void areAsManyAsWanted() {
        done(world.installation.install("ledger"));

        done(world.instanceSetup.create(wish("Books")));
        done(world.instanceSetup.create(wish("Books")));
    }

    @Test
    void areLiveUnlessSaidOtherwise() {
        done(world.installation.install("ledger"));

        assertThat(done(world.instanceSetup.create(wish("Books"))).access().environment())
                .isEqualTo(Environment.LIVE);
    }

    @Test
    void keepTheirSystemFromBeingUninstalled() {
        done(world.installation.install("ledger"));
        var books = done(world.instanceSetup.create(wish("Books")));

        assertThat(onlyRefusal(world.installation.uninstall("ledger"))).isEqualTo(new SystemInUse(List.of(books)));
        done(world.instanceAdministration.remove(books.id(), books.version()));
        done(world.installation.uninstall("ledger"));
        assertThat(world.installed.all(world.acme.id())).isEmpty();
    }

    @Test
    void takeAndLoseALimitOfTheirOwn() {
        done(world.installation.install("ledger"));
        var books = done(world.instanceSetup.create(wish("Books")));

        var limited = done(limit(books, new RateLimitInput(3, RateLimit.Unit.HOUR)));
        var free = done(limit(limited, null));

        assertThat(limited.rateLimit()).isEqualTo(new RateLimit(3, RateLimit.Unit.HOUR));
        assertThat(free.rateLimit()).isNull();
        assertThat(refusals(limit(free, new RateLimitInput(0, RateLimit.Unit.HOUR))))
                .containsExactly("INVALID_RATE_LIMIT at rateLimit");
    }

    @Test
    void lowerTheirSystemsLimitAndNeverRaiseIt() {
        var system = TestSystems.SHOP;

        assertThat(done(new RateLimitInput(2, RateLimit.Unit.SECOND).parse(system)))
                .isEqualTo(new RateLimit(2, RateLimit.Unit.SECOND));
        done(new RateLimitInput(120, RateLimit.Unit.MINUTE).parse(system));
        done(new RateLimitInput(7_200, RateLimit.Unit.HOUR).parse(system));
        assertThat(onlyRefusal(new RateLimitInput(121, RateLimit.Unit.MINUTE).parse(system))
                        .message(Locale.ENGLISH))
                .isEqualTo("Corner Shop takes 2 requests per second at most: allow no more than that");
    }

    private Outcome<Instance> limit(Instance instance, RateLimitInput limit) {
        return world.instanceAdministration.update(
                instance.id(),
                instance.version(),
                new InstanceAdministration.Change(null, null, null, new InstanceAdministration.LimitChange(limit)));
    }

    private static Wish wish(String name) {
        return new Wish(
                "ledger",
                new General.Typed(name, null, null),
                new TimeAndDate.Typed(null, null, null),
                "token",
                List.of(given("token", "t")));
    }
}
