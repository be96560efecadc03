package io.patchbay.attention.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.ApiTest;
import io.patchbay.setup.TestWorld;
import io.patchbay.system.Environment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpiryApiTests extends ApiTest {

    @Test
    void tellsWhatEndsTheSoonestFirst() {
        TestWorld.done(world.connectorSetup.create(TestWorld.shopWish("Our test shop", Environment.TEST, null)));
        TestWorld.done(world.apiAccess.create("Reports", world.clock.instant().plus(Duration.ofDays(10))));

        ask("""
            { expiring { nodes { kind endsAt exact credentialKey access { name } apiToken { name } }
              totalCount { value } } }
            """).path("expiring").matchesJsonStrictly("""
                {"nodes": [
                  {"kind": "API_TOKEN", "endsAt": "2026-12-02T12:00:00Z", "exact": true, "credentialKey": null, "access": null,
                   "apiToken": {"name": "Reports"}},
                  {"kind": "CREDENTIAL", "endsAt": "2026-12-22T12:00:00Z", "exact": false, "credentialKey": "api_key",
                   "access": {"name": "Our test shop"}, "apiToken": null}],
                 "totalCount": {"value": 2}}
                """);
    }

    @Test
    void looksAsFarAheadAsItIsAskedAndGoesOnWhereThePageEnded() {
        TestWorld.done(world.connectorSetup.create(TestWorld.shopWish("Our test shop", Environment.TEST, null)));
        TestWorld.done(world.apiAccess.create("Reports", world.clock.instant().plus(Duration.ofDays(10))));

        ask("{ expiring(days: 9) { nodes { kind } } }")
                .path("expiring.nodes")
                .entityList(Object.class)
                .hasSize(0);
        var cursor = ask("{ expiring(first: 1) { pageInfo { endCursor } } }")
                .path("expiring.pageInfo.endCursor")
                .entity(String.class)
                .get();
        ask("{ expiring(after: \"%s\") { nodes { kind } } }".formatted(cursor))
                .path("expiring.nodes[*].kind")
                .entityList(String.class)
                .containsExactly("CREDENTIAL");
    }

    @Test
    void narrowsDownAndGoesTheOtherWay() {
        TestWorld.done(world.connectorSetup.create(TestWorld.shopWish("Our test shop", Environment.TEST, null)));
        TestWorld.done(world.apiAccess.create("Reports", world.clock.instant().plus(Duration.ofDays(10))));

        ask("{ expiring(filter: {kinds: [API_TOKEN]}) { nodes { kind } totalCount { value } } }")
                .path("expiring")
                .matchesJsonStrictly("{\"nodes\": [{\"kind\": \"API_TOKEN\"}], \"totalCount\": {\"value\": 1}}");
        assertThat(latestFirst("")).containsExactly("CREDENTIAL", "API_TOKEN");
        var cursor =
                ask("{ expiring(first: 1, orderBy: {field: ENDS_AT, direction: DESC}) { pageInfo { endCursor } } }")
                        .path("expiring.pageInfo.endCursor")
                        .entity(String.class)
                        .get();
        assertThat(latestFirst("after: \"%s\",".formatted(cursor))).containsExactly("API_TOKEN");
    }

    private List<String> latestFirst(String page) {
        return ask("{ expiring(%s orderBy: {field: ENDS_AT, direction: DESC}) { nodes { kind } } }".formatted(page))
                .path("expiring.nodes[*].kind")
                .entityList(String.class)
                .get();
    }

    @Test
    void takesOnlyDaysThatMeanSomething() {
        tester().document("{ expiring(days: -1) { nodes { kind } } }")
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getMessage()).contains("0 to 3650")));
    }
}
