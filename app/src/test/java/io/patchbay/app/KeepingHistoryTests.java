package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From checks of the Demo Shop through the database's triggers to what the API tells of the past. */
class KeepingHistoryTests extends WholeApplication {

    @Test
    void whateverHappensToAConnectorIsInItsHistory() {
        var program = programOfANewCompany();
        var id = create(program);
        check(program, id);
        check(program, id);
        replace(program, id, "wrong");
        check(program, id);

        var periods = program.data(
                        "query($id: ID!) { connector(id: $id) { checks { nodes { status reason since until checks } } } }",
                        Map.of("id", id))
                .at("/connector/checks/nodes");

        assertThat(periods.findValuesAsString("status"))
                .containsExactly("FAILED_AUTHENTICATION", "NOT_CHECKED", "OPERATIONAL", "NOT_CHECKED");
        assertThat(periods.valueStream().map(period -> period.get("checks").asInt()))
                .containsExactly(1, 0, 2, 0);
        assertThat(periods.get(0).get("reason").asString()).isEqualTo("CREDENTIALS_REFUSED");
        assertThat(periods.get(0).get("until").isNull()).isTrue();
        assertThat(periods.valueStream()
                        .map(period -> Instant.parse(period.get("since").asString())))
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void uptimeCountsFromTheFirstCheckOn() {
        var program = programOfANewCompany();
        var id = create(program);
        assertThat(uptime(program, id).get("share").isNull()).isTrue();

        check(program, id);
        age(id, "10 hours");
        replace(program, id, "wrong");
        check(program, id);
        age(id, "30 minutes");

        var uptime = uptime(program, id);
        assertThat(uptime.get("outages").asInt()).isOne();
        // A check holds for an hour and a half where another one does not come.
        assertThat(uptime.get("operationalSeconds").asInt()).isEqualTo(90 * 60);
        assertThat(uptime.get("longestOutage").get("seconds").asInt()).isBetween(30 * 60, 40 * 60);
    }

    private static JsonNode uptime(ApiClient program, String id) {
        return program.data(
                        "query($id: ID!) { connector(id: $id) { uptime(over: DAY) { share operationalSeconds outages"
                                + " longestOutage { seconds } } } }",
                        Map.of("id", id))
                .at("/connector/uptime");
    }

    /** As if what is known of it had been found so long ago. */
    private void age(String id, String by) {
        var access = GlobalId.uuid(NodeType.CONNECTOR, id);
        jdbc.sql("""
                update system_access set period_began_at = period_began_at - cast(:by as interval),
                    check_holds_until = check_holds_until - cast(:by as interval)
                where id = :access
                """).param("by", by).param("access", access).update();
        jdbc.sql("""
                update check_period set began_at = began_at - cast(:by as interval), ended_at = ended_at - cast(:by as interval)
                where access_id = :access
                """).param("by", by).param("access", access).update();
    }

    private String create(ApiClient program) {
        var input = new HashMap<String, Object>(Map.of(
                "systemSlug", "demo-shop",
                "name", "Shop",
                "environment", "LIVE",
                "authenticationMethod", "api-key",
                "credentials", credentials("demo-api-key")));
        return DemoShop.createConnector(program, input).at("/connector/id").asString();
    }

    private void replace(ApiClient program, String id, String key) {
        var version = program.data("query($id: ID!) { connector(id: $id) { version } }", Map.of("id", id))
                .at("/connector/version")
                .asInt();
        var answer = program.mutate(
                "replaceConnectorCredentials",
                "ReplaceCredentialsInput",
                Map.of(
                        "id",
                        id,
                        "version",
                        version,
                        "authenticationMethod",
                        "api-key",
                        "credentials",
                        credentials(key)),
                "connector { status }");
        assertThat(answer.at("/connector/status").asString()).isEqualTo("NOT_CHECKED");
    }

    private List<Map<String, String>> credentials(String key) {
        return List.of(
                DemoShop.credential("address", "http://localhost:" + port + "/demo-shop"),
                DemoShop.credential("api_key", key));
    }

    private static void check(ApiClient program, String id) {
        program.mutate("checkConnector", "CheckInput", Map.of("id", id), "check { status }");
    }
}
