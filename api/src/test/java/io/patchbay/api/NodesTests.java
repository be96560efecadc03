package io.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.setup.TestWorld;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodesTests extends ApiTest {

    private String connector;
    private String group;
    private String system;
    private String token;
    private String company;

    @BeforeEach
    void oneOfEach() {
        var shop = world.shopConnector("Our shop");
        connector = GlobalId.of(NodeType.CONNECTOR, shop.id().value());
        group = GlobalId.of(NodeType.COMPANY_GROUP, shop.group().value());
        system = GlobalId.of(NodeType.SYSTEM, "corner-shop");
        company = GlobalId.of(NodeType.COMPANY, me.companyId().value());
        var issued = TestWorld.done(world.apiAccess.create("Sync", null));
        token = GlobalId.of(NodeType.API_TOKEN, issued.token().id().value());
    }

    @Test
    void keepsTheOrderAndLeavesGapsForWhatIsNotThere() {
        var unknown = GlobalId.of(NodeType.CONNECTOR, UUID.randomUUID());

        assertThat(types(token, "nonsense", connector, system, unknown, group, company, connector))
                .containsExactly("ApiToken", null, "Connector", "System", null, "CompanyGroup", "Company", "Connector");
    }

    @Test
    void findsNothingWhereNothingIsAskedFor() {
        assertThat(types()).isEmpty();
    }

    @Test
    void takesAHundredIdsAndNoMore() {
        assertThat(types(Collections.nCopies(100, connector).toArray(String[]::new)))
                .hasSize(100)
                .containsOnly("Connector");

        tester().document("query($ids: [ID!]!) { nodes(ids: $ids) { id } }")
                .variable("ids", Collections.nCopies(101, connector))
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors.getFirst().getExtensions())
                        .containsEntry("code", "BAD_USER_INPUT")
                        .containsEntry("argument", "ids"));
    }

    private List<String> types(String... ids) {
        return tester()
                .document("query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }")
                .variable("ids", List.of(ids))
                .execute()
                .path("nodes")
                .entityList(java.util.Map.class)
                .get()
                .stream()
                .map(node -> node == null ? null : (String) node.get("__typename"))
                .toList();
    }
}
