package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    void aSecretWhoseKeyIsGoneIsToldEverywhereUntilTheCredentialsAreReplaced() {
        var program = programOfANewCompany();
        var shop = create(program, "LIVE", "demo-api-key", "localhost:" + port);
        var lostKey = UUID.randomUUID();
        encryptUnder(lostKey, program);
        try {
            assertThat(check(program, shop).path("check").toString())
                    .contains("NEEDS_RECONNECT")
                    .contains("KEY_MISSING");
            assertThat(program.data("""
                            { connectors(filter: {status: [NEEDS_RECONNECT]}) { nodes { id lastCheck { reason } } } }""").path("connectors").path("nodes").toString())
                    .contains(shop)
                    .contains("KEY_MISSING");
            assertThat(program.data("{ needsAttention { nodes { severity remedy access { id } } } }")
                            .toString())
                    .contains(shop)
                    .contains("SHUT_OUT")
                    .contains("REPLACE_CREDENTIALS");

            replaceCredentials(program, shop);
            assertThat(check(program, shop).path("check").path("status").asString())
                    .isEqualTo("OPERATIONAL");
            assertThat(program.data("{ needsAttention { nodes { severity } } }").findValuesAsString("severity"))
                    .isEmpty();
        } finally {
            // The others of this database look at all keys.
            jdbc.sql("delete from data_key where id = ?").param(lostKey).update();
        }
    }

    /** As after the loss of a master key: all secrets of the program's company are under a data key that nobody can open. */
    private void encryptUnder(UUID lostKey, ApiClient program) {
        jdbc.sql("""
                insert into data_key (id, wrapped, master_key_id, is_primary, created_at)
                values (?, decode('00', 'hex'), 'lost', false, now())
                """).param(lostKey).update();
        jdbc.sql("""
                update secret set data_key_id = ?
                where company_id = (select company_id from api_token where token_hash = encode(sha256(cast(? as bytea)), 'hex'))
                """)
                .params(lostKey, program.token().getBytes(StandardCharsets.UTF_8))
                .update();
    }

    private void replaceCredentials(ApiClient program, String id) {
        var version = program.data(
                        "query($id: ID!) { node(id: $id) { ... on Connector { version } } }", Map.of("id", id))
                .path("node")
                .path("version")
                .asInt();
        var replaced = program.mutate(
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
                        credentials("demo-api-key", "localhost:" + port)),
                "connector { status }");
        assertThat(replaced.path("userErrors")).isEmpty();
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
                "credentials", credentials(key, host)));
        return DemoShop.createConnector(program, input)
                .path("connector")
                .path("id")
                .asString();
    }

    private static List<Map<String, String>> credentials(String key, String host) {
        return List.of(
                DemoShop.credential("address", "http://" + host + "/demo-shop"), DemoShop.credential("api_key", key));
    }

    private static JsonNode check(ApiClient program, String id) {
        return program.mutate(
                "checkConnector", "CheckInput", Map.of("id", id), "check { status reason latencyMs checkedAt }");
    }
}
