package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.access.AccessId;
import io.patchbay.access.Accesses;
import io.patchbay.access.CheckReason;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.Use;
import io.patchbay.access.Uses;
import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import io.patchbay.shared.CompanyId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** From a use to what the API tells of status and figures, by way of memory and the database. */
class UsingAccessTests extends WholeApplication {

    @Autowired
    private Uses uses;

    @Autowired
    private Accesses accesses;

    @Autowired
    private Clock clock;

    @Test
    void aFailureIsSeenWithinSecondsAndSoIsThatItPassed() {
        var program = programOfANewCompany();
        var id = create(program);

        use(id, new Use.Failed(CheckReason.REFUSED));
        await("the failure")
                .until(() -> read(program, id).at("/status").asString().equals("SYSTEM_UNREACHABLE"));
        assertThat(read(program, id).at("/lastCheck/reason").asString()).isEqualTo("REFUSED");

        use(id, new Use.Answered(200));
        await("that it passed")
                .until(() -> read(program, id).at("/status").asString().equals("OPERATIONAL"));
        assertThat(read(program, id).at("/checks/nodes").findValuesAsString("status"))
                .startsWith("OPERATIONAL", "SYSTEM_UNREACHABLE");
    }

    @Test
    void whateverIsUsedIsCountedWithinSeconds() {
        var program = programOfANewCompany();
        var id = create(program);

        for (var number = 0; number < 98; number++) {
            use(id, new Use.Answered(200));
        }
        use(id, new Use.Answered(404));
        use(id, new Use.Failed(CheckReason.TIMEOUT));

        await("the count").until(() -> read(program, id).at("/usage/calls").asInt() == 100);
        assertThat(read(program, id).at("/usage/errors").asInt()).isEqualTo(2);
        assertThat(read(program, id).at("/usage/p99Ms").asDouble()).isBetween(42.0, 42.5);
    }

    private void use(String id, Use.Ending ending) {
        uses.used(access(id), use(ending));
    }

    private Use use(Use.Ending ending) {
        return new Use(clock.instant(), Duration.ofMillis(42), ending);
    }

    private SystemAccess access(String id) {
        var access = GlobalId.uuid(NodeType.CONNECTOR, id);
        var company = jdbc.sql("select company_id from system_access where id = ?")
                .param(access)
                .query(UUID.class)
                .single();
        return accesses.find(new CompanyId(company), new AccessId(access)).orElseThrow();
    }

    private static String create(ApiClient program) {
        var group = DemoShop.group(program, "Group");
        return DemoShop.createConnector(program, DemoShop.connector(group, "demo-password"))
                .at("/connector/id")
                .asString();
    }

    private static JsonNode read(ApiClient program, String id) {
        return program.data("""
                query($id: ID!) { connector(id: $id) {
                  status lastCheck { reason } checks { nodes { status } } usage { calls errors p99Ms } } }
                """, Map.of("id", id)).at("/connector");
    }
}
