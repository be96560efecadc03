package io.patchbay.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.patchbay.access.Checks;
import io.patchbay.app.TestCompanies.Registered;
import io.patchbay.credential.GivenCredential;
import io.patchbay.setup.DraftId;
import io.patchbay.setup.DraftSetup;
import io.patchbay.setup.General;
import io.patchbay.setup.SetupKind;
import io.patchbay.setup.TimeAndDate;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Secret;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.Environment;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.marketplace.PrebuiltSystems;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Plants secrets that are easily recognised wherever one goes in, and hunts them wherever one might come out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsStayHiddenTests extends WholeApplication {

    private static final String MARK = "hunt" + UUID.randomUUID().toString().replace("-", "");
    private static final String SHOWN = "shown" + UUID.randomUUID().toString().replace("-", "");

    @Autowired
    private DraftSetup drafts;

    private static final SystemDefinition DEMO_SHOP =
            PrebuiltSystems.load().find("demo-shop").orElseThrow();

    @Autowired
    private Checks checks;

    @Autowired
    private ServletWebServerApplicationContext server;

    private final List<String> answers = Collections.synchronizedList(new ArrayList<>());
    private CapturedLogs logs;
    private Registered company;
    private ApiClient program;
    private Browser browser;

    @BeforeAll
    void plant() {
        company = companies.register(MARK + "-password");
        program = program(company.token());
        browser = new Browser(port, "2001:db8:5ec::1");
        logs = new CapturedLogs();
        plantInConnectors();
        plantInInstances();
        plantInDrafts();
        plantInDraftsOfPrograms();
        plantWhereItDoesNotBelong();
        plantInTheBrowser();
        plantInTokens();
        plantInChecks();
    }

    @AfterAll
    void beQuietAgain() {
        logs.close();
    }

    @Test
    void noLogShowsOne() {
        assertThat(logs.lines()).anyMatch(line -> line.contains("insert into secret"));
        assertThat(logs.lines()).anyMatch(line -> line.startsWith("org.postgresql"));
        assertThat(logs.lines()).filteredOn(line -> line.contains(MARK)).isEmpty();
        for (int offset = 0; offset < 3; offset++) {
            var encoded = new String(base64(MARK, offset), UTF_8);
            assertThat(logs.lines()).filteredOn(line -> line.contains(encoded)).isEmpty();
        }
    }

    @Test
    void noLogThatIsWrittenAsJsonShowsOneEither() {
        assertThat(logs.json()).anyMatch(line -> line.contains("insert into secret"));
        assertThat(logs.json()).filteredOn(line -> line.contains(MARK)).isEmpty();
    }

    @Test
    void noMetricThatIsReadShowsOne() {
        assertThat(Scrape.of(port).text())
                .contains("patchbay_graphql_requests_seconds_count")
                .doesNotContain(MARK);
    }

    @Test
    void noMetricIsNamedAfterOne() {
        var meters = server.getBeansOfType(MeterRegistry.class).values().stream()
                .flatMap(registry -> registry.getMeters().stream())
                .map(meter -> meter.getId().toString())
                .toList();

        assertThat(meters).anyMatch(meter -> meter.contains("jvm.memory"));
        assertThat(meters).filteredOn(meter -> meter.contains(MARK)).isEmpty();
    }

    @Test
    void noAnswerShowsOne() {
        assertThat(answers).hasSizeGreaterThan(15).anyMatch(answer -> answer.contains(SHOWN));
        assertThat(answers).filteredOn(answer -> answer.contains(MARK)).isEmpty();
    }

    @Test
    void noFileOfTheDatabaseHoldsOne() {
        // What is no secret is found, so the hunt looks in the right place.
        await("the database's files")
                .until(() -> !filesWith(SHOWN.getBytes(UTF_8)).isEmpty());
        for (var form : List.of(
                MARK.getBytes(UTF_8),
                MARK.getBytes(UTF_16LE),
                MARK.getBytes(UTF_16BE),
                base64(MARK, 0),
                base64(MARK, 1),
                base64(MARK, 2))) {
            assertThat(filesWith(form)).as(new String(form, ISO_8859_1)).isEmpty();
        }
    }

    @Test
    void noSessionHoldsOne() {
        var sessions = sessions().toList();

        assertThat(sessions).anyMatch(session -> bytes(session).contains("SPRING_SECURITY_CONTEXT"));
        assertThat(sessions).allMatch(session -> !bytes(session).contains(MARK));
    }

    @Test
    void whatIsKeptIsStillThere() {
        assertThat(jdbc.sql("select count(*) from secret where company_id = ?")
                        .param(company.person().companyId().value())
                        .query(Integer.class)
                        .single())
                .isGreaterThan(3);
    }

    private void plantInConnectors() {
        var group = DemoShop.group(program, "Retail");
        var input = DemoShop.connector(group, secret());
        input.put("name", SHOWN);
        var created = DemoShop.createConnector(program, input);
        keep(created.toString());
        keep(DemoShop.createConnector(program, input).toString());
        var refused = DemoShop.connector(group, secret() + "\n");
        refused.put("name", "");
        keep(DemoShop.createConnector(program, refused).toString());
        var replacing = Map.of(
                "id",
                created.at("/connector/id").asString(),
                "version",
                1,
                "authenticationMethod",
                "api-key",
                "credentials",
                List.of(
                        DemoShop.credential("address", "https://shop.example"),
                        DemoShop.credential("api_key", secret())));
        var replaced = "connector { " + DemoShop.ACCESS + " }";
        keep(program.mutate("replaceConnectorCredentials", "ReplaceCredentialsInput", replacing, replaced)
                .toString());
        keep(program.mutate("replaceConnectorCredentials", "ReplaceCredentialsInput", replacing, replaced)
                .toString());
        keep(program.ask("{ connectors { nodes { %s } } }".formatted(DemoShop.ACCESS))
                .toString());
    }

    private void plantInInstances() {
        keep(DemoShop.createInstance(program, DemoShop.instance(secret())).toString());
        DemoShop.install(program);
        keep(DemoShop.createInstance(program, DemoShop.instance(secret())).toString());
        keep(program.ask("{ instances { nodes { %s } } }".formatted(DemoShop.ACCESS))
                .toString());
    }

    private void plantInDrafts() {
        companies.as(company.person(), () -> {
            var draft = TestCompanies.done(drafts.start(SetupKind.INSTANCE, "demo-shop"))
                    .id();
            TestCompanies.done(drafts.answer(draft, new General.Typed(SHOWN, null, Environment.LIVE)));
            TestCompanies.done(drafts.answer(draft, new TimeAndDate.Typed(null, null, null)));
            TestCompanies.done(drafts.answerMethod(draft, "basic"));
            keep(TestCompanies.done(drafts.answerCredentials(draft, given("password", secret())))
                    .toString());
            return refused(draft);
        });
    }

    private void plantInDraftsOfPrograms() {
        var group = DemoShop.group(program, "Drafts");
        var draft = DemoShop.draft(program, group, secret());
        keep(draft.toString());
        var again = Map.of(
                "draftId", draft.at("/draft/id").asString(),
                "version", draft.at("/draft/version").asInt(),
                "answer", Map.of("credentials", Map.of("credentials", DemoShop.credentials(secret() + "\0"))));
        keep(program.mutate("saveSetupStep", "SaveSetupStepInput", again, "draft { " + DemoShop.DRAFT + " }")
                .toString());
        keep(program.mutate(
                        "validateSetupStep",
                        "ValidateSetupStepInput",
                        Map.of(
                                "kind", "CONNECTOR",
                                "systemSlug", "demo-shop",
                                "authenticationMethod", "basic",
                                "answer", again.get("answer")),
                        "__typename")
                .toString());
        keep(program.mutate(
                        "createConnectorFromDraft",
                        "DraftInput",
                        Map.of("draftId", draft.at("/draft/id").asString()),
                        "connector { " + DemoShop.ACCESS + " }")
                .toString());
        keep(program.ask("{ drafts { nodes { %s } } }".formatted(DemoShop.DRAFT))
                .toString());
    }

    private boolean refused(DraftId draft) {
        var outcome = drafts.answerCredentials(draft, given("password", secret() + "\0"));
        keep(outcome.toString());
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return true;
    }

    /** In the wrong type, under the wrong name, in the document itself, in what is no request at all. */
    private void plantWhereItDoesNotBelong() {
        var create =
                "mutation($input: CreateConnectorInput!) { createConnector(input: $input) { userErrors { message } } }";
        for (Object input : List.of(
                secret(),
                Map.of("systemSlug", "demo-shop", "environment", secret()),
                Map.of("password", secret()),
                Map.of("credentials", secret()),
                Map.of("credentials", List.of(Map.of("key", "password", "secret", secret()))),
                Map.of("credentials", List.of(Map.of("key", Map.of("is", secret()), "value", 3))))) {
            keep(program.ask(create, Map.of("input", input)).toString());
        }
        for (var document : List.of(
                "mutation { createConnector(input: {password: \"%s\"}) { connector { id } } }",
                "mutation { createConnector(input: {environment: \"%s\"}) { connector { id } } }",
                "mutation { createApiToken(input: {name: \"x\", expiresAt: \"%s\"}) { secret } }",
                "mutation { createConnector(input: {name: \"%s) { connector { id } } }",
                "mutation($input: CreateConnectorInput = {name: \"%s\"}) { createConnector(input: $input) { connector { id } } }",
                "{ connectors(first: \"%s\") { nodes { id } } }",
                "{ connectors(after: \"%s\") { nodes { id } } }",
                "{ node(id: \"%s\") { id } }")) {
            keep(program.ask(document.formatted(secret())).toString());
        }
        keep(program.post("{\"query\":\"" + secret()).body());
        keep(program.post("{\"query\":\"{ viewer { name } }\",\"variables\":\"" + secret() + "\"}")
                .body());
        keep(program.post("{\"query\":{\"" + secret() + "\":1}}").body());
        keep(program(secret()).post("{\"query\":\"{ viewer { name } }\"}").body());
    }

    private void plantInTheBrowser() {
        keep(browser.open("/login"));
        keep(browser.logIn(company.email(), secret()));
        keep(browser.logIn(company.email(), MARK + "-password"));
        keep(browser.open("/"));
        keep(browser.send(browser.request("/graphql")
                .header("Content-Type", "application/json")
                .header("X-Patchbay-Client", "test")
                .POST(BodyPublishers.ofString(ApiClient.text(Map.of(
                        "query",
                        "mutation($input: CreateInstanceInput!) { createInstance(input: $input) { instance { id } userErrors { message } } }",
                        "variables",
                        Map.of("input", DemoShop.instance(secret()))))))));
    }

    private void plantInTokens() {
        var made = program.mutate(
                "createApiToken", "CreateApiTokenInput", Map.of("name", SHOWN), "secret apiToken { id }");
        var token = made.get("secret").asString();
        program(token).data("{ viewer { name } }");
        keep(program.ask("{ apiTokens { nodes { id name } } }").toString());
        assertThat(logs.lines()).filteredOn(line -> line.contains(token)).isEmpty();
        assertThat(answers).filteredOn(answer -> answer.contains(token)).isEmpty();
        assertThat(filesWith(token.getBytes(UTF_8))).isEmpty();
    }

    /** Sent for real, by every method of the Demo Shop and to nobody, in every mood that it has. */
    private void plantInChecks() {
        for (var mood : List.of("well", "broken", "busy", "astray", "early")) {
            behave(mood);
            for (var method : DEMO_SHOP.authenticationMethods()) {
                if (checks.supports(method)) {
                    keep(checked(method, "http://localhost:" + port + "/demo-shop"));
                }
            }
        }
        behave("well");
        DEMO_SHOP.authenticationMethods().stream()
                .filter(checks::supports)
                .forEach(method -> keep(checked(method, "http://nobody.invalid")));
        var connector =
                DemoShop.createConnector(program, DemoShop.connector(DemoShop.group(program, "Checked"), secret()));
        keep(program.mutate(
                        "checkConnector",
                        "CheckInput",
                        Map.of("id", connector.at("/connector/id").asString()),
                        "connector { lastCheck { status reason hint latencyMs } }")
                .toString());
    }

    private String checked(AuthenticationMethod method, String address) {
        var values = new HashMap<String, Secret>();
        for (var field : method.fields()) {
            values.put(field.key(), new Secret(field.secret() ? secret() : String.valueOf(field.example())));
        }
        values.put("address", new Secret(address));
        var question = new Checks.Question(DEMO_SHOP, Environment.LIVE, method, values);
        return question + " " + checks.check(question);
    }

    private void behave(String mood) {
        keep(ApiClient.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/demo-shop/switches/behaviour"))
                        .header("X-Demo-Shop", "switch")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("behaviour=" + mood))
                        .build()));
    }

    private static List<GivenCredential> given(String key, String value) {
        return List.of(new GivenCredential(key, new Secret(value)));
    }

    private static String secret() {
        return MARK + UUID.randomUUID();
    }

    private void keep(String answer) {
        answers.add(answer);
    }

    private void keep(HttpResponse<String> answer) {
        keep(answer.statusCode() + " " + answer.headers().map() + " " + answer.body());
    }

    private Stream<HttpSession> sessions() {
        var tomcat = ((TomcatWebServer) server.getWebServer()).getTomcat();
        return Stream.of(tomcat.getHost().findChildren())
                .map(Context.class::cast)
                .flatMap(context -> Stream.of(context.getManager().findSessions()))
                .map(Session::getSession);
    }

    /** All that a session holds, written out; the bytes are read as Latin letters, so that text in them can be found. */
    private static String bytes(HttpSession session) {
        var all = new StringBuilder();
        for (var name : Collections.list(session.getAttributeNames())) {
            var written = new ByteArrayOutputStream();
            try (var objects = new ObjectOutputStream(written)) {
                objects.writeObject(session.getAttribute(name));
            } catch (IOException unwritable) {
                throw new IllegalStateException("Session attribute " + name, unwritable);
            }
            all.append(name).append(written.toString(ISO_8859_1));
        }
        return all.toString();
    }

    private static byte[] base64(String text, int offset) {
        // Three ways, because what stands before shifts the letters; those at the edges are left out.
        var shifted = Base64.getEncoder().encodeToString(("x".repeat(offset) + text).getBytes(UTF_8));
        return shifted.substring(4, shifted.length() - 4).getBytes(UTF_8);
    }

    private static List<Path> filesWith(byte[] wanted) {
        try (var tree = Files.walk(databases())) {
            return tree.filter(file -> file.toString().contains("server-"))
                    .filter(Files::isRegularFile)
                    .filter(file -> contains(file, wanted))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static boolean contains(Path file, byte[] wanted) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1).contains(new String(wanted, ISO_8859_1));
        } catch (IOException gone) {
            return false;
        }
    }

    /** Where {@code TestDatabases} keeps its servers. */
    private static Path databases() {
        var root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && Files.exists(root.resolveSibling("pom.xml"))) {
            root = root.getParent();
        }
        return root.resolve("target/test-postgres");
    }
}
