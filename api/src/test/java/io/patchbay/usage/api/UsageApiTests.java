package io.patchbay.usage.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.CheckReason;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.Use;
import io.patchbay.api.ApiTest;
import io.patchbay.setup.TestWorld;
import io.patchbay.system.Environment;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UsageApiTests extends ApiTest {

    private static final String FIGURES = "calls errors unanswered clientErrors serverErrors p50Ms p99Ms";

    @Test
    void tellsHowAConnectorWasUsedInTheLastDay() {
        var connector = connector();
        use(connector, new Use.Answered(200), 10);
        use(connector, new Use.Answered(200), 10);
        use(connector, new Use.Answered(404), 20);
        use(connector, new Use.Failed(CheckReason.REFUSED), 1);
        world.useWriting.writeCounts();

        var answer =
                ask("{ connectors { nodes { usage { from to %s hours { from %s } } } } }".formatted(FIGURES, FIGURES));

        answer.path("connectors.nodes[0].usage").matchesJson("""
                {"from": "2026-11-21T13:00:00Z", "to": "2026-11-22T12:00:00Z", "calls": 4, "errors": 2, "unanswered": 1,
                 "clientErrors": 1, "serverErrors": 0, "p50Ms": 10.0, "p99Ms": 20.1}
                """);
        answer.path("connectors.nodes[0].usage.hours").entityList(Object.class).hasSize(24);
        answer.path("connectors.nodes[0].usage.hours[23]").matchesJsonStrictly("""
                {"from": "2026-11-22T12:00:00Z", "calls": 4, "errors": 2, "unanswered": 1, "clientErrors": 1,
                 "serverErrors": 0, "p50Ms": 10.0, "p99Ms": 20.1}
                """);
    }

    @Test
    void aConnectorThatNobodyUsedHasNoPercentiles() {
        connector();

        ask("{ connectors { nodes { usage(hours: 1) { %s hours { calls } } } } }".formatted(FIGURES))
                .path("connectors.nodes[0].usage")
                .matchesJsonStrictly("""
                        {"calls": 0, "errors": 0, "unanswered": 0, "clientErrors": 0, "serverErrors": 0,
                         "p50Ms": null, "p99Ms": null, "hours": [{"calls": 0}]}
                        """);
    }

    @Test
    void asksForSeveralSpansAtOnce() {
        use(connector(), new Use.Answered(200), 10);
        world.useWriting.writeCounts();

        ask("{ connectors { nodes { day: usage { calls } week: usage(hours: 168) { calls hours { calls } } } } }")
                .path("connectors.nodes[0].week.hours")
                .entityList(Object.class)
                .hasSize(168);
    }

    @Test
    void refusesSpansThatNobodyCanRead() {
        connector();

        tester().document("{ connectors { nodes { usage(hours: 169) { calls } } } }")
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getMessage()).contains("1 to 168 hours")));
    }

    private SystemAccess connector() {
        var group =
                TestWorld.done(world.companyAdministration.createGroup("Used")).id();
        return TestWorld.done(world.connectorSetup.create(TestWorld.shopWish("Shop", Environment.LIVE, group)))
                .access();
    }

    private void use(SystemAccess access, Use.Ending ending, int millis) {
        world.uses.used(access, new Use(world.clock.instant(), Duration.ofMillis(millis), ending));
    }
}
