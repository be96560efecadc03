package io.patchbay.history.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.CheckReason;
import io.patchbay.api.ApiTest;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import io.patchbay.history.CheckPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.graphql.test.tester.GraphQlTester.Response;

class HistoryApiTests extends ApiTest {

    private AccessId shop;
    private Instant now;

    @BeforeEach
    void aShop() {
        shop = world.shopConnector("Shop").id();
        now = world.clock.instant();
    }

    @Test
    void tellsWhatChecksFoundNewestFirst() {
        add(1, true, AccessStatus.NOT_CHECKED, null, 50, 40);
        add(2, true, AccessStatus.OPERATIONAL, null, 40, 3);
        lasts(3, AccessStatus.SYSTEM_UNREACHABLE, CheckReason.REFUSED, 3);

        checks("nodes { status reason change since lastCheckedAt until checks fastestMs slowestMs }")
                .path("connector.checks.nodes")
                .matchesJsonStrictly("""
                        [{"status": "SYSTEM_UNREACHABLE", "reason": "REFUSED", "change": true, "since": "%1$s",
                            "lastCheckedAt": "%1$s", "until": null, "checks": 7, "fastestMs": 12, "slowestMs": 99},
                         {"status": "OPERATIONAL", "reason": null, "change": true, "since": "%2$s",
                            "lastCheckedAt": "%2$s", "until": "%1$s", "checks": 7, "fastestMs": 12, "slowestMs": 99},
                         {"status": "NOT_CHECKED", "reason": null, "change": true, "since": "%3$s",
                            "lastCheckedAt": null, "until": "%2$s", "checks": 0, "fastestMs": null, "slowestMs": null}]
                        """.formatted(ago(3), ago(40), ago(50)));
    }

    @Test
    void whatNobodyRenewedHasAnEnd() {
        world.history.add(
                me.companyId(),
                new CheckPeriod(
                        shop, 1, true, AccessStatus.OPERATIONAL, null, ago(9), ago(9), ago(8), false, 1, null, null));

        checks("nodes { until }")
                .path("connector.checks.nodes[0].until")
                .entity(String.class)
                .isEqualTo(ago(8).toString());
    }

    @Test
    void walksThroughThePagesAndBackAgain() {
        IntStream.rangeClosed(1, 5)
                .forEach(number -> add(number, number != 4, AccessStatus.OPERATIONAL, null, 60 - number, 59 - number));

        var first = page("first: 3");
        var second = page("first: 3, after: \"%s\"".formatted(cursor(first, "endCursor")));
        var back = page("last: 2, before: \"%s\"".formatted(cursor(second, "startCursor")));

        assertThat(since(first)).containsExactly(ago(55), ago(56), ago(57));
        assertThat(since(second)).containsExactly(ago(58), ago(59));
        assertThat(since(back)).containsExactly(ago(56), ago(57));
        first.path("connector.checks.pageInfo.hasNextPage")
                .entity(Boolean.class)
                .isEqualTo(true);
        second.path("connector.checks.pageInfo.hasNextPage")
                .entity(Boolean.class)
                .isEqualTo(false);
        back.path("connector.checks.pageInfo.hasPreviousPage")
                .entity(Boolean.class)
                .isEqualTo(true);
        assertThat(since(page("changesOnly: true, first: 2"))).containsExactly(ago(55), ago(57));
        checks("totalCount { value precision }")
                .path("connector.checks.totalCount")
                .matchesJsonStrictly("{\"value\": 5, \"precision\": \"EXACT\"}");
    }

    @Test
    void goesFromTheOldestOn() {
        IntStream.rangeClosed(1, 5)
                .forEach(number -> add(number, number != 4, AccessStatus.OPERATIONAL, null, 60 - number, 59 - number));
        var oldestFirst = ", orderBy: {field: SINCE, direction: ASC}";

        var first = page("first: 3" + oldestFirst);
        var second = page("first: 3, after: \"%s\"".formatted(cursor(first, "endCursor")) + oldestFirst);
        var back = page("last: 2, before: \"%s\"".formatted(cursor(second, "startCursor")) + oldestFirst);

        assertThat(since(first)).containsExactly(ago(59), ago(58), ago(57));
        assertThat(since(second)).containsExactly(ago(56), ago(55));
        assertThat(since(back)).containsExactly(ago(58), ago(57));
        first.path("connector.checks.pageInfo").matchesJson("{\"hasNextPage\": true, \"hasPreviousPage\": false}");
        second.path("connector.checks.pageInfo").matchesJson("{\"hasNextPage\": false, \"hasPreviousPage\": true}");
        refused("after: \"%s\"".formatted(cursor(first, "endCursor")), "after");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    first: 101            | first
                    last: 0               | last
                    first: 1, last: 1     | last
                    after: "nonsense"     | after
                    last: 1, before: "AA" | before
                    """)
    void refusesImpossiblePages(String arguments, String argument) {
        refused(arguments, argument);
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        var cursor = ask("{ connectors { pageInfo { endCursor } } }")
                .path("connectors.pageInfo.endCursor")
                .entity(String.class)
                .get();

        refused("after: \"%s\"".formatted(cursor), "after");
    }

    @Test
    void tellsHowMuchOfTheTimeTheSystemLetUsIn() {
        add(1, true, AccessStatus.OPERATIONAL, null, 20, 8);
        add(2, true, AccessStatus.FAILED_AUTHENTICATION, CheckReason.CREDENTIALS_REFUSED, 8, 5);
        lasts(3, AccessStatus.OPERATIONAL, null, 5);

        ask("{ connector(id: \"%s\") { uptime(over: DAY) { %s } } }".formatted(id(), """
                        from to share knownSeconds operationalSeconds outages longestOutage { from seconds }
                        """))
                .path("connector.uptime")
                .matchesJsonStrictly("""
                        {"from": "%s", "to": "%s", "share": 0.85, "knownSeconds": 72000, "operationalSeconds": 61200,
                         "outages": 1, "longestOutage": {"from": "%s", "seconds": 10800}}
                        """.formatted(ago(24), now, ago(8)));
    }

    @Test
    void saysSoWhereNothingIsKnown() {
        ask("{ connector(id: \"%s\") { uptime { share knownSeconds outages longestOutage { seconds } } } }"
                        .formatted(id()))
                .path("connector.uptime")
                .matchesJsonStrictly("{\"share\": null, \"knownSeconds\": 0, \"outages\": 0, \"longestOutage\": null}");
    }

    @Test
    void answersForAnyOfBothKindsAndForSeveralSpansAtOnce() {
        lasts(1, AccessStatus.OPERATIONAL, null, 48);

        ask("""
                { node(id: "%s") { ... on SystemAccess { checks { nodes { status } }
                    day: uptime(over: DAY) { knownSeconds } month: uptime(over: MONTH) { knownSeconds } } } }
                """.formatted(id())).path("node").matchesJsonStrictly("""
                        {"checks": {"nodes": [{"status": "OPERATIONAL"}]},
                         "day": {"knownSeconds": 86400}, "month": {"knownSeconds": 172800}}
                        """);
    }

    private Response checks(String selection) {
        return ask("{ connector(id: \"%s\") { checks { %s } } }".formatted(id(), selection));
    }

    private Response page(String arguments) {
        return ask("""
                { connector(id: "%s") { checks(%s) { nodes { since } edges { cursor node { since } }
                    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }
                """.formatted(id(), arguments));
    }

    private static List<Instant> since(Response page) {
        return page.path("connector.checks.nodes[*].since")
                .entityList(Instant.class)
                .get();
    }

    private static String cursor(Response page, String which) {
        return page.path("connector.checks.pageInfo." + which)
                .entity(String.class)
                .get();
    }

    private void refused(String arguments, String argument) {
        tester().document("{ connector(id: \"%s\") { checks(%s) { nodes { status } } } }".formatted(id(), arguments))
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getExtensions())
                                .containsEntry("code", "BAD_USER_INPUT")
                                .containsEntry("argument", argument)));
    }

    private String id() {
        return GlobalId.of(NodeType.CONNECTOR, shop.value());
    }

    private Instant ago(int hours) {
        return now.minus(Duration.ofHours(hours));
    }

    private void add(int number, boolean change, AccessStatus status, @Nullable CheckReason reason, int from, int to) {
        var tried = status != AccessStatus.NOT_CHECKED;
        world.history.add(
                me.companyId(),
                new CheckPeriod(
                        shop,
                        number,
                        change,
                        status,
                        reason,
                        ago(from),
                        tried ? ago(from) : null,
                        ago(to),
                        true,
                        tried ? 7 : 0,
                        tried ? Duration.ofMillis(12) : null,
                        tried ? Duration.ofMillis(99) : null));
    }

    private void lasts(int number, AccessStatus status, @Nullable CheckReason reason, int from) {
        world.history.add(
                me.companyId(),
                new CheckPeriod(
                        shop,
                        number,
                        true,
                        status,
                        reason,
                        ago(from),
                        ago(from),
                        now.plusSeconds(3600),
                        false,
                        7,
                        Duration.ofMillis(12),
                        Duration.ofMillis(99)));
    }
}
