package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From the API over the network to the Demo Shop's server, and back into the database. */
class CheckingAccessTests extends WholeApplication {

    @Test
    void tellsGoodCredentialsFromBad() {
        var program = programOfANewCompany();
        var good = create(program, "LIVE", "demo-api-key", "localhost:" + port);
        var bad = create(program, "TEST", "wrong", "localhost:" + port);

        assertThat(check(program, good).path("check").path("status").asString()).isEqualTo("OPERATIONAL");
        assertThat(check(program, bad).path("check").toString())
                .contains("FAILED_AUTHENTICATION")
                .contains("CREDENTIALS_REFUSED");
        assertThat(program.data(
                                "{ connectors(filter: {status: [FAILED_AUTHENTICATION]}) { nodes { id lastCheck { status } } } }")
                        .findValuesAsString("id"))
                .containsExactly(bad);
    }

    @Test
    void speaksToNoAddressOfItsOwnNetwork() {
        var program = programOfANewCompany();
        var inside = create(program, "LIVE", "demo-api-key", "169.254.169.254");

        assertThat(check(program, inside).path("check").path("reason").asString())
                .isEqualTo("ADDRESS_FORBIDDEN");
    }

    private static String create(ApiClient program, String environment, String key, String host) {
        var input = new HashMap<String, Object>(Map.of(
                "systemSlug", "demo-shop",
                "name", "Shop",
                "environment", environment,
                "authenticationMethod", "api-key",
                "credentials",
                        List.of(
                                DemoShop.credential("address", "http://" + host + "/demo-shop"),
                                DemoShop.credential("api_key", key))));
        return DemoShop.createConnector(program, input)
                .path("connector")
                .path("id")
                .asString();
    }

    private static JsonNode check(ApiClient program, String id) {
        return program.mutate(
                "checkConnector", "CheckInput", Map.of("id", id), "check { status reason latencyMs checkedAt }");
    }
}
