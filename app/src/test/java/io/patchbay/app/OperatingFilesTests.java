package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard, the alerts and the page about operating name only what Patchbay really measures. */
class OperatingFilesTests extends WholeApplication {

    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
    private static final Pattern SELECTOR = Pattern.compile("(\\w+)\\{([^}]*)}");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern NAME = Pattern.compile("\\b[a-z_][a-z0-9_]*\\b(?!\\s*\\()");
    private static final Pattern IN_DOCS = Pattern.compile("`((?:patchbay|jvm|hikaricp|logback|process|tomcat)_\\w+)");

    /** What Prometheus adds itself. */
    private static final Set<String> ADDED = Set.of("job", "instance");

    private static final Set<String> ADDED_METERS = Set.of("up");
    private static final Set<String> WORDS = Set.of("by", "on", "without", "ignoring", "and", "or", "unless");

    @Test
    void everyPanelOfTheDashboardShowsSomething() throws Exception {
        var dashboard = JsonMapper.shared().readTree(Files.readString(file("ops/grafana/patchbay.json")));
        var expressions = dashboard
                .get("panels")
                .valueStream()
                .flatMap(panel -> panel.path("targets").valueStream())
                .map(target -> target.get("expr").asString())
                .toList();

        assertThat(expressions).hasSizeGreaterThan(25);
        assertThat(dashboard
                        .get("panels")
                        .valueStream()
                        .map(panel -> panel.get("id").asInt()))
                .doesNotHaveDuplicates();
        assertThat(dashboard.findValues("datasource").stream()
                        .map(OperatingFilesTests::source)
                        .distinct())
                .containsExactly("${datasource}");
        assertThat(unknown(expressions)).isEmpty();
    }

    @Test
    void everyAlertLooksAtSomething() throws Exception {
        Map<String, List<Map<String, List<Map<String, Object>>>>> file =
                new Yaml().load(Files.readString(file("ops/prometheus/patchbay-alerts.yaml")));
        var rules = file.get("groups").getFirst().get("rules");
        var operating = Files.readString(file("docs/operate.md"));

        assertThat(rules).hasSizeGreaterThan(8);
        assertThat(unknown(
                        rules.stream().map(rule -> rule.get("expr").toString()).toList()))
                .isEmpty();
        assertThat(rules).allMatch(rule -> operating.contains("`" + rule.get("alert") + "`"));
    }

    @Test
    void thePageAboutOperatingNamesOnlyWhatThereIs() throws Exception {
        var named = IN_DOCS.matcher(Files.readString(file("docs/operate.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
        var there = afterSomeUse();

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(named)
                .allMatch(name ->
                        there.keySet().stream().anyMatch(meter -> meter.equals(name) || meter.startsWith(name + "_")));
        assertThat(there.keySet().stream().filter(meter -> meter.startsWith("patchbay")))
                .allMatch(meter -> named.stream().anyMatch(meter::startsWith));
    }

    /** What stands in expressions and is in no scrape. */
    private Set<String> unknown(List<String> expressions) {
        var there = afterSomeUse();
        var unknown = new TreeSet<String>();
        for (var expression : expressions) {
            var meters = new HashSet<String>();
            var labels = new HashMap<String, Set<String>>();
            read(expression, meters, labels);
            for (var meter : meters) {
                var known = there.get(meter);
                if (known == null) {
                    unknown.add(meter);
                } else {
                    labels.getOrDefault(meter, Set.of()).stream()
                            .filter(label -> !known.contains(label) && !ADDED.contains(label))
                            .forEach(label -> unknown.add(meter + "{" + label + "}"));
                }
            }
        }
        return unknown;
    }

    private static void read(String expression, Set<String> meters, Map<String, Set<String>> labels) {
        var plain = STRING.matcher(expression).replaceAll("''");
        SELECTOR.matcher(plain)
                .results()
                .forEach(selector -> labels.computeIfAbsent(selector.group(1), it -> new HashSet<>())
                        .addAll(names(selector.group(2).replaceAll("[!=~]+''", ""))));
        var grouped = GROUPING.matcher(plain)
                .results()
                .flatMap(grouping -> names(grouping.group(1)).stream())
                .toList();
        var rest = RANGE.matcher(
                        GROUPING.matcher(plain.replaceAll("\\{[^}]*}", "")).replaceAll(""))
                .replaceAll("");
        NAME.matcher(rest)
                .results()
                .map(name -> name.group())
                .filter(name -> !WORDS.contains(name) && !ADDED_METERS.contains(name))
                .forEach(name -> {
                    meters.add(name);
                    labels.computeIfAbsent(name, it -> new HashSet<>()).addAll(grouped);
                });
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String source(JsonNode datasource) {
        return datasource.path("uid").asString();
    }

    /** Of each meter the labels, once everything has been used that is measured. */
    private Map<String, Set<String>> afterSomeUse() {
        var program = programOfANewCompany();
        program.ask("{ nothing }");
        for (var credentials : List.of("demo-user-password", "wrong")) {
            var input = new HashMap<String, Object>(Map.of(
                    "systemSlug",
                    "demo-shop",
                    "name",
                    "Shop",
                    "environment",
                    credentials.equals("wrong") ? "TEST" : "LIVE",
                    "authenticationMethod",
                    "login",
                    "credentials",
                    List.of(
                            DemoShop.credential("address", "http://localhost:" + port + "/demo-shop"),
                            DemoShop.credential("user", "demo-user"),
                            DemoShop.credential("password", credentials))));
            var id =
                    DemoShop.createConnector(program, input).at("/connector/id").asString();
            program.mutate("checkConnector", "CheckInput", Map.of("id", id), "check { status }");
            ApiClient.send(
                    program.request("/proxy/connectors/" + id + "/orders").build());
        }
        System.gc();
        return Scrape.of(port).labelsByName();
    }

    private static Path file(String path) {
        var directory = Path.of("").toAbsolutePath();
        while (directory.getParent() != null && Files.exists(directory.resolveSibling("pom.xml"))) {
            directory = directory.getParent();
        }
        return directory.resolve(path);
    }
}
