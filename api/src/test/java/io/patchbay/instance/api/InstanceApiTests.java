package io.patchbay.instance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.ApiTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.test.tester.GraphQlTester.Response;

class InstanceApiTests extends ApiTest {

    private static final Map<String, Object> LEDGER = input(
            "systemSlug", "ledger",
            "name", "Books",
            "authenticationMethod", "token",
            "credentials", credentials("token", "sesame"),
            "rateLimit", input("requests", 5, "per", "MINUTE"));

    @Test
    void installsAndUninstallsSystems() {
        change("installSystem", "system { slug installed }", input("systemSlug", "ledger"))
                .path("installSystem.system")
                .matchesJsonStrictly("{\"slug\": \"ledger\", \"installed\": true}");
        assertThat(slugs("installed: true")).containsExactly("ledger");
        assertThat(slugs("installed: false")).containsExactly("corner-shop");

        change("uninstallSystem", "system { installed }", input("systemSlug", "ledger"))
                .path("uninstallSystem.system.installed")
                .entity(Boolean.class)
                .isEqualTo(false);
        assertThat(slugs("installed: true")).isEmpty();
    }

    @Test
    void sayWhatIsInstalledAfterEachOfSeveralMutations() {
        var answer = ask("""
                mutation {
                  a: installSystem(input: {systemSlug: "ledger"}) { system { installed } }
                  b: installSystem(input: {systemSlug: "corner-shop"}) { system { installed } }
                  c: uninstallSystem(input: {systemSlug: "ledger"}) { system { installed } }
                }
                """);

        answer.path("a.system.installed").entity(Boolean.class).isEqualTo(true);
        answer.path("b.system.installed").entity(Boolean.class).isEqualTo(true);
        answer.path("c.system.installed").entity(Boolean.class).isEqualTo(false);
    }

    @Test
    void refusesUnknownSystems() {
        var answer = change("installSystem", "system { slug }", input("systemSlug", "NO SUCH"));

        assertThat(codes(answer, "installSystem")).containsExactly("NOT_FOUND");
    }

    @Test
    void refusesAnInstanceOfASystemThatIsNotInstalled() {
        var answer = change("createInstance", "instance { id }", LEDGER);

        assertThat(codes(answer, "createInstance")).containsExactly("SYSTEM_NOT_INSTALLED");
    }

    @Test
    void createsALiveInstanceUnlessTold() {
        install();

        change(
                        "createInstance",
                        "instance { __typename name environment timeZone dateFormat rateLimit { requests per } rateLimitInForce { requests per } pausedUntil credentials { key value } }",
                        LEDGER)
                .path("createInstance.instance")
                .matchesJsonStrictly("""
                        {"__typename": "Instance", "name": "Books", "environment": "LIVE", "timeZone": "UTC",
                         "dateFormat": "yyyy-MM-dd", "rateLimit": {"requests": 5, "per": "MINUTE"},
                         "rateLimitInForce": {"requests": 5, "per": "MINUTE"}, "pausedUntil": null,
                         "credentials": [{"key": "token", "value": null}]}
                        """);
    }

    @Test
    void refusesAnEnvironmentThatTheVendorHasNotAndAnImpossibleRateLimit() {
        install();

        var answer = change(
                "createInstance",
                "instance { id }",
                with(LEDGER, "environment", "TEST", "rateLimit", input("requests", 0, "per", "DAY")));

        assertThat(codes(answer, "createInstance")).containsExactly("ENVIRONMENT_NOT_AVAILABLE", "INVALID_RATE_LIMIT");
    }

    @Test
    void namesTheInstancesOfASystemThatIsToGo() {
        install();
        var id = create();

        ask("""
            mutation { uninstallSystem(input: {systemSlug: "ledger"}) { system { slug }
              userErrors { code field ... on SystemInUse { instances { id name } } } } }
            """).path("uninstallSystem").matchesJsonStrictly("""
                        {"system": null, "userErrors": [
                          {"code": "SYSTEM_IN_USE", "field": ["systemSlug"], "instances": [{"id": "%s", "name": "Books"}]}]}
                        """.formatted(id));
    }

    @Test
    void keepsTheRateLimitThatIsLeftOutAndRemovesTheOneThatIsNull() {
        install();
        var id = create();

        update(input("id", id, "version", version(id), "name", "Same"))
                .path("updateInstance.instance.rateLimit.requests")
                .entity(Integer.class)
                .isEqualTo(5);
        update(input("id", id, "version", version(id), "rateLimit", input("requests", 7, "per", "HOUR")))
                .path("updateInstance.instance.rateLimit.requests")
                .entity(Integer.class)
                .isEqualTo(7);
        update(input("id", id, "version", version(id), "rateLimit", null))
                .path("updateInstance.instance.rateLimit")
                .valueIsNull();
    }

    @Test
    void replacesCredentialsAndRemovesInstances() {
        install();
        var id = create();

        var replaced = change(
                "replaceInstanceCredentials",
                "instance { credentials { isSet } }",
                input(
                        "id",
                        id,
                        "version",
                        version(id),
                        "authenticationMethod",
                        "token",
                        "credentials",
                        credentials("token", "other")));
        assertThat(codes(replaced, "replaceInstanceCredentials")).isEmpty();

        change("deleteInstance", "deletedInstanceId", input("id", id, "version", version(id)))
                .path("deleteInstance.deletedInstanceId")
                .entity(String.class)
                .isEqualTo(id);
    }

    @Test
    void filtersInstancesAndSystems() {
        install();
        create();

        assertThat(
                        ask("{ instances(filter: {search: \"BOO\", environment: LIVE, systemSlug: \"ledger\"}) { totalCount { value precision } } }")
                                .path("instances.totalCount.value")
                                .entity(Integer.class)
                                .get())
                .isEqualTo(1);
        assertThat(slugs("search: \"around the\"")).containsExactly("corner-shop");
        assertThat(slugs("category: ACCOUNTING")).containsExactly("ledger");
    }

    private List<String> slugs(String filter) {
        return ask("{ systems(filter: {%s}) { nodes { slug installed } } }".formatted(filter))
                .path("systems.nodes[*].slug")
                .entityList(String.class)
                .get();
    }

    private void install() {
        change("installSystem", "system { slug }", input("systemSlug", "ledger"))
                .path("installSystem.system")
                .hasValue();
    }

    private String create() {
        return change("createInstance", "instance { id }", LEDGER)
                .path("createInstance.instance.id")
                .entity(String.class)
                .get();
    }

    private Response update(Map<String, Object> input) {
        return change("updateInstance", "instance { rateLimit { requests } }", input);
    }

    private int version(String id) {
        return ask("{ instance(id: \"%s\") { version } }".formatted(id))
                .path("instance.version")
                .entity(Integer.class)
                .get();
    }
}
