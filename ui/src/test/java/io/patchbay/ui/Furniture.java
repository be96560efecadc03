package io.patchbay.ui;

import io.patchbay.setup.General;
import io.patchbay.setup.SetupKind;
import io.patchbay.setup.TestWorld;
import io.patchbay.setup.TimeAndDate;
import io.patchbay.setup.Wish;
import io.patchbay.system.Environment;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** With {@code -Dfurnished=true}, the preview is no empty house: connectors, instances, drafts and groups stand in it. */
@Component
@ConditionalOnProperty("furnished")
class Furniture implements ApplicationRunner {

    private final TestWorld world;

    Furniture(TestWorld world) {
        this.world = world;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        world.shopConnector("Shop of Berlin");
        var tests = TestWorld.shopWish("Shop to try things out", Environment.TEST, null);
        TestWorld.done(world.connectorSetup.create(tests));
        for (var number = 1; number <= 30; number++) {
            var group = TestWorld.done(world.companyAdministration.createGroup("Country " + number));
            TestWorld.done(world.connectorSetup.create(
                    TestWorld.shopWish("Shop of country " + number, Environment.LIVE, group.id())));
        }
        TestWorld.done(world.installation.install("corner-shop"));
        TestWorld.done(world.instanceSetup.create(new Wish(
                "corner-shop",
                new General.Typed("Orders of the night", null, Environment.LIVE),
                new TimeAndDate.Typed(null, null, null),
                "api-key",
                List.of(TestWorld.given("shop", "my-shop"), TestWorld.given("api_key", "sesame")))));
        TestWorld.done(world.draftSetup.start(SetupKind.CONNECTOR, "ledger"));
        TestWorld.done(world.draftSetup.start(SetupKind.INSTANCE, "corner-shop"));
    }
}
