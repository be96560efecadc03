package io.patchbay.access.api;

import io.patchbay.access.Check;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class CheckController {

    @SchemaMapping(typeName = "Check")
    @Nullable
    Integer latencyMs(Check check) {
        var latency = check.latency();
        return latency == null ? null : (int) latency.toMillis();
    }
}
