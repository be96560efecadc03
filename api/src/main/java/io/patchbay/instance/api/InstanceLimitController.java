package io.patchbay.instance.api;

import io.patchbay.instance.Instance;
import io.patchbay.limit.LimitsInForce;
import io.patchbay.system.RateLimit;
import io.patchbay.system.SystemDefinitions;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class InstanceLimitController {

    private final SystemDefinitions systems;

    InstanceLimitController(SystemDefinitions systems) {
        this.systems = systems;
    }

    @SchemaMapping(typeName = "Instance")
    @Nullable
    RateLimit rateLimitInForce(Instance instance) {
        var usual = systems.find(instance.access().system())
                .map(system -> system.defaults().rateLimit())
                .orElse(null);
        return new LimitsInForce(usual, instance.rateLimit()).tightest();
    }
}
