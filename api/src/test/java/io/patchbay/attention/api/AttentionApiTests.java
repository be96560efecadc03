package io.patchbay.attention.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.Check;
import io.patchbay.access.CheckReason;
import io.patchbay.api.ApiTest;
import io.patchbay.connector.Connector;
import io.patchbay.setup.TestWorld;
import io.patchbay.system.Environment;
import io.patchbay.system.TestSystems;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.GraphQlTester;

class AttentionApiTests extends ApiTest {

    @Test
    void tellsWhatIsTheMatterSinceWhenAndWhatToDo() {
        var shop = connector("Our shop", Environment.LIVE);
        found(shop, AccessStatus.FAILED_AUTHENTICATION, CheckReason.CREDENTIALS_REFUSED);

        ask("""
            { needsAttention { nodes { severity since remedy
                access { __typename name status lastCheck { reason } ... on Connector { companyGroup { name } } } }
              pageInfo { hasNextPage } totalCount { value precision } } }
            """).path("needsAttention").matchesJsonStrictly("""
                {"nodes": [{"severity": "SHUT_OUT", "since": "2026-11-22T12:00:00Z", "remedy": "REPLACE_CREDENTIALS",
                   "access": {"__typename": "Connector", "name": "Our shop", "status": "FAILED_AUTHENTICATION",
                     "lastCheck": {"reason": "CREDENTIALS_REFUSED"}, "companyGroup": {"name": "Other"}}}],
                 "pageInfo": {"hasNextPage": false}, "totalCount": {"value": 1, "precision": "EXACT"}}
                """);
    }

    @Test
    void goesOnWhereThePageEndedTheWorstFirst() {
        found(connector("Our shop", Environment.LIVE), AccessStatus.SYSTEM_UNREACHABLE, CheckReason.DNS);
        found(connector("Our test shop", Environment.TEST), AccessStatus.NEEDS_RECONNECT, CheckReason.GRANT_GONE);

        var first =
                ask("{ needsAttention(first: 1) { nodes { access { name } } pageInfo { hasNextPage endCursor } } }");
        first.path("needsAttention.nodes[0].access.name").entity(String.class).isEqualTo("Our test shop");
        var next =
                ask("{ needsAttention(first: 1, after: \"%s\") { nodes { access { name } } pageInfo { hasNextPage } } }"
                        .formatted(text(first, "needsAttention.pageInfo.endCursor")));

        assertThat(text(next, "needsAttention.nodes[0].access.name")).isEqualTo("Our shop");
        next.path("needsAttention.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(false);
    }

    @Test
    void goesTheOtherWayWithCursorsOfItsOwn() {
        found(connector("Our shop", Environment.LIVE), AccessStatus.SYSTEM_UNREACHABLE, CheckReason.DNS);
        found(connector("Our test shop", Environment.TEST), AccessStatus.NEEDS_RECONNECT, CheckReason.GRANT_GONE);
        var leastBadFirst = "{ needsAttention(first: 1, %s orderBy: {field: URGENCY, direction: ASC}) {"
                + " nodes { access { name } } pageInfo { endCursor } } }";

        var first = ask(leastBadFirst.formatted(""));
        var cursor = text(first, "needsAttention.pageInfo.endCursor");
        var next = ask(leastBadFirst.formatted("after: \"%s\",".formatted(cursor)));

        assertThat(text(first, "needsAttention.nodes[0].access.name")).isEqualTo("Our shop");
        assertThat(text(next, "needsAttention.nodes[0].access.name")).isEqualTo("Our test shop");
        tester().document("{ needsAttention(after: \"%s\") { nodes { since } } }".formatted(cursor))
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getMessage()).contains("another order")));
    }

    @Test
    void narrowsDown() {
        found(connector("Our shop", Environment.LIVE), AccessStatus.SYSTEM_UNREACHABLE, CheckReason.DNS);
        found(connector("Our test shop", Environment.TEST), AccessStatus.NEEDS_RECONNECT, CheckReason.GRANT_GONE);

        ask("""
            { needsAttention(filter: {kind: CONNECTOR, environment: TEST, systemSlug: "corner-shop"}) {
                nodes { access { name } } } }
            """)
                .path("needsAttention.nodes[*].access.name")
                .entityList(String.class)
                .containsExactly("Our test shop");
        ask("{ needsAttention(filter: {kind: INSTANCE}) { totalCount { value } } }")
                .path("needsAttention.totalCount.value")
                .entity(Integer.class)
                .isEqualTo(0);
    }

    @Test
    void whatBelongsToAnUnknownSystemCanStillBeReadAndRemoved() {
        var shop = connector("Our shop", Environment.LIVE);
        found(shop, AccessStatus.SYSTEM_UNREACHABLE, CheckReason.DNS);
        world.systems.forget(TestSystems.SHOP.id());
        try {
            var answer = ask("""
                    { needsAttention { nodes { remedy access { id version system { slug name } authenticationMethod { key type }
                        credentials { key } } } } }
                    """);
            answer.path("needsAttention.nodes[0]").matchesJson("""
                    {"remedy": "OPEN", "access": {"system": {"slug": "corner-shop", "name": "corner-shop"},
                     "authenticationMethod": {"key": "api-key", "type": "NONE"}, "credentials": []}}
                    """);
            var removed = change(
                    "deleteConnector",
                    "deletedConnectorId",
                    input("id", text(answer, "needsAttention.nodes[0].access.id"), "version", 1));

            assertThat(codes(removed, "deleteConnector")).isEmpty();
        } finally {
            world.systems.learn(TestSystems.SHOP);
        }
    }

    @Test
    void takesNoCursorOfAnotherList() {
        connector("Our shop", Environment.LIVE);
        var cursor = text(ask("{ connectors { pageInfo { endCursor } } }"), "connectors.pageInfo.endCursor");

        tester().document("{ needsAttention(after: \"%s\") { nodes { since } } }".formatted(cursor))
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getMessage()).contains("Not a cursor of this list")));
    }

    private Connector connector(String name, Environment environment) {
        return TestWorld.done(world.connectorSetup.create(TestWorld.shopWish(name, environment, null)));
    }

    private void found(Connector connector, AccessStatus status, CheckReason reason) {
        world.connectors.record(
                connector.access(), new Check(status, reason, null, Duration.ofMillis(12), world.clock.instant()));
    }

    private static String text(GraphQlTester.Response answer, String path) {
        return answer.path(path).entity(String.class).get();
    }
}
