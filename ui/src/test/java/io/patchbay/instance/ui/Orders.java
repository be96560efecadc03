package io.patchbay.instance.ui;

import io.patchbay.instance.Instance;
import io.patchbay.setup.General;
import io.patchbay.setup.TestWorld;
import io.patchbay.setup.TimeAndDate;
import io.patchbay.setup.Wish;
import io.patchbay.system.Environment;
import java.util.List;

/** An instance called Orders. */
final class Orders {

    private Orders() {}

    /** Made of the corner shop, which has to be installed. */
    static Instance instance(TestWorld world) {
        return TestWorld.done(world.instanceSetup.create(new Wish(
                "corner-shop",
                new General.Typed("Orders", null, Environment.LIVE),
                new TimeAndDate.Typed(null, null, null),
                "api-key",
                List.of(TestWorld.given("shop", "my-shop"), TestWorld.given("api_key", "sesame")))));
    }
}
