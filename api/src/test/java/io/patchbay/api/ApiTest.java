package io.patchbay.api;

import io.patchbay.ApiTestApplication;
import io.patchbay.identity.Person;
import io.patchbay.identity.Viewer;
import io.patchbay.setup.TestWorld;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.WebGraphQlTester;

/** Asks the API as somebody of a company that nothing was done in yet. */
@SpringBootTest(
        classes = ApiTestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.threads.virtual.enabled=true")
public abstract class ApiTest {

    @Autowired
    protected TestWorld world;

    @Autowired
    private WebGraphQlHandler handler;

    protected Person me;

    @BeforeEach
    void startAnew() {
        me = world.stranger();
        actAs(me);
    }

    protected void actAs(Person person) {
        world.viewer.actAs(new Viewer.SignedIn(person));
    }

    /** The answer, which holds no GraphQL error. */
    protected GraphQlTester.Response ask(String document) {
        return tester().document(document).execute();
    }

    /** The answer to a mutation with one input, which holds no GraphQL error. */
    protected GraphQlTester.Response change(String mutation, String selection, Map<String, ?> input) {
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
        var document =
                "mutation($input: %sInput!) { %s(input: $input) { %s userErrors { __typename code field message } } }"
                        .formatted(inputType(type), mutation, selection);
        return tester().document(document).variable("input", input).execute();
    }

    protected List<String> codes(GraphQlTester.Response answer, String mutation) {
        return answer.path(mutation + ".userErrors[*].code")
                .entityList(String.class)
                .get();
    }

    protected WebGraphQlTester tester() {
        return WebGraphQlTester.create(handler);
    }

    /** A map that may hold nulls, in the order given. */
    protected static Map<String, Object> input(Object... keysAndValues) {
        var input = new LinkedHashMap<String, Object>();
        for (var at = 0; at < keysAndValues.length; at += 2) {
            input.put((String) keysAndValues[at], keysAndValues[at + 1]);
        }
        return input;
    }

    protected static Map<String, Object> with(Map<String, Object> input, Object... keysAndValues) {
        var changed = new LinkedHashMap<>(input);
        changed.putAll(input(keysAndValues));
        return changed;
    }

    protected static List<Map<String, Object>> credentials(String... keysAndValues) {
        return java.util.stream.IntStream.range(0, keysAndValues.length / 2)
                .mapToObj(at -> input("key", keysAndValues[2 * at], "value", keysAndValues[2 * at + 1]))
                .toList();
    }

    private static String inputType(String mutation) {
        return Arrays.asList("DeleteConnector", "DeleteInstance", "DeleteCompanyGroup")
                        .contains(mutation)
                ? "Delete"
                : mutation.endsWith("FromDraft") || mutation.endsWith("Draft")
                        ? "Draft"
                        : mutation.matches("Start\\w+Setup")
                                ? "StartSetup"
                                : mutation.startsWith("Replace")
                                        ? "ReplaceCredentials"
                                        : mutation.equals("UninstallSystem") ? "InstallSystem" : mutation;
    }
}
