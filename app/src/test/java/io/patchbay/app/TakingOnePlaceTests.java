package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.app.TestCompanies.Registered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TakingOnePlaceTests extends WholeApplication {

    private Registered company;
    private ApiClient program;

    @BeforeEach
    void registerACompany() {
        company = companies.register();
        program = program(company.token());
    }

    @Test
    void ofTwoHundredWhoWantOnePlaceOneGetsItAndAllOthersLearnWhoHasIt() throws Exception {
        var group = DemoShop.group(program, "Retail");

        var answers = atOnce(
                200,
                number -> () -> DemoShop.createConnector(program, DemoShop.connector(group, "password-" + number)));

        var created = answers.stream()
                .filter(answer -> !answer.get("connector").isNull())
                .toList();
        assertThat(created).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.get("connector").isNull()))
                .hasSize(199)
                .allMatch(answer -> ApiClient.codes(answer).equals(List.of("CONNECTOR_ALREADY_EXISTS")));
        assertThat(connectors()).isEqualTo(1);
        assertThat(secrets()).isEqualTo(1);
    }

    @Test
    void aGroupIsRemovedOrGetsItsConnectorButNeverBoth() throws Exception {
        for (var round = 0; round < 20; round++) {
            var group = DemoShop.group(program, "Group " + round);

            var answers = atOnce(
                    2,
                    number -> number == 0
                            ? () -> DemoShop.createConnector(program, DemoShop.connector(group, "demo-password"))
                            : () -> program.mutate(
                                    "deleteCompanyGroup",
                                    "DeleteInput",
                                    Map.of("id", group, "version", 1),
                                    "deletedCompanyGroupId"));

            var outcome = List.of(ApiClient.codes(answers.getFirst()), ApiClient.codes(answers.getLast()));
            assertThat(outcome)
                    .isIn(
                            List.of(List.of(), List.of("COMPANY_GROUP_NOT_EMPTY")),
                            List.of(List.of("NOT_FOUND"), List.of()));
        }
        assertThat(secrets()).isEqualTo(connectors());
    }

    @Test
    void ofManyWhoChangeTheSameVersionOneDoesAndAllOthersAreToldWhatIsThereNow() throws Exception {
        var id = connector();

        var answers = atOnce(
                20,
                number -> () -> program.mutate(
                        "updateConnector",
                        "UpdateConnectorInput",
                        Map.of("id", id, "version", 1, "name", "Name " + number),
                        "connector { name version } userErrors { ... on StaleVersion { current { id } } }"));

        var winners = answers.stream()
                .filter(answer -> !answer.get("connector").isNull())
                .toList();
        assertThat(winners).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.get("connector").isNull()))
                .hasSize(19)
                .allMatch(answer -> ApiClient.codes(answer).equals(List.of("STALE_VERSION")))
                .allMatch(answer ->
                        answer.at("/userErrors/0/current/id").asString().equals(id));
        assertThat(program.data("query($id: ID!) { connector(id: $id) { name version } }", Map.of("id", id))
                        .get("connector"))
                .isEqualTo(winners.getFirst().get("connector"));
    }

    @Test
    void ofManyWhoReplaceCredentialsOneDoesAndNoSecretIsLeftOver() throws Exception {
        var id = connector();

        var answers = atOnce(
                20,
                number -> () -> program.mutate(
                        "replaceConnectorCredentials",
                        "ReplaceCredentialsInput",
                        Map.of(
                                "id",
                                id,
                                "version",
                                1,
                                "authenticationMethod",
                                "basic",
                                "credentials",
                                DemoShop.credentials("password-" + number)),
                        "connector { version }"));

        assertThat(answers.stream().filter(answer -> ApiClient.codes(answer).isEmpty()))
                .hasSize(1);
        assertThat(answers.stream().map(ApiClient::codes))
                .allMatch(codes -> codes.isEmpty() || codes.equals(List.of("STALE_VERSION")));
        assertThat(secrets()).isEqualTo(1);
    }

    @Test
    void ofManyWhoMakeAGroupOfOneNameOneDoes() throws Exception {
        var answers = atOnce(
                20,
                number -> () -> program.mutate(
                        "createCompanyGroup",
                        "CreateCompanyGroupInput",
                        Map.of("name", number % 2 == 0 ? "Wholesale" : "WHOLESALE"),
                        "companyGroup { id }"));

        assertThat(answers.stream().filter(answer -> ApiClient.codes(answer).isEmpty()))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> ApiClient.codes(answer).equals(List.of("NAME_TAKEN"))))
                .hasSize(19);
    }

    private String connector() {
        return DemoShop.createConnector(program, DemoShop.connector(DemoShop.group(program, "Retail"), "demo-password"))
                .at("/connector/id")
                .asString();
    }

    private static List<JsonNode> atOnce(int many, IntFunction<Callable<JsonNode>> call) throws Exception {
        var start = new CountDownLatch(many);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, many)
                    .mapToObj(number -> callers.submit(() -> {
                        start.countDown();
                        start.await();
                        return call.apply(number).call();
                    }))
                    .toList();
            var answers = new ArrayList<JsonNode>();
            for (Future<JsonNode> answer : calls) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private int connectors() {
        return count("system_access");
    }

    private int secrets() {
        return count("secret");
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where company_id = ?")
                .param(company.person().companyId().value())
                .query(Integer.class)
                .single();
    }
}
