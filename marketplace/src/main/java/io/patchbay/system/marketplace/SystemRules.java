package io.patchbay.system.marketplace;

import static io.patchbay.system.marketplace.Nodes.optional;
import static io.patchbay.system.marketplace.Nodes.text;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What holds for a whole definition beyond the schema. */
final class SystemRules {

    private final JsonNode system;
    private final Findings findings;

    SystemRules(JsonNode system, Findings findings) {
        this.system = system;
        this.findings = findings;
    }

    void check(String folder, SimpleIcons icons) {
        if (!text(system, "slug").equals(folder)) {
            findings.add("/slug", "differs from the folder's name " + folder);
        }
        optional(system, "icon")
                .filter(icon -> icons.path(icon).isEmpty())
                .ifPresent(icon -> findings.add("/icon", "is no icon of simple-icons"));
        optional(system, "helpLink")
                .filter(link -> !FieldRules.isAddress(link))
                .ifPresent(link -> findings.add("/helpLink", "is no address"));
        checkDefaults();
        var variables = checkAddresses();
        checkMethods(variables);
        checkReadings();
        checkProxy();
    }

    private void checkProxy() {
        var declared = Set.copyOf(system.path("variables").propertyNames());
        Nodes.each(system.path("proxy").path("hosts"), "/proxy/hosts", (path, host) -> {
            var template = new Template(path, host.asString());
            template.usesOnly(declared, "declared variable", findings);
            if (host.asString().startsWith("{+")) {
                findings.add(path, "names a host; what people type must stay within it");
            }
        });
    }

    private void checkReadings() {
        Nodes.each(
                system.path("proof").path("readings"),
                "/proof/readings",
                (path, reading) -> FieldRules.pattern(path + "/pattern", text(reading, "pattern"), findings));
        var addresses = system.path("environments")
                .propertyStream()
                .map(environment -> text(environment.getValue(), "baseUrl"))
                .distinct();
        if (Nodes.flag(system.path("proof"), "asksOtherEnvironment", false) && addresses.count() < 2) {
            findings.add("/proof/asksOtherEnvironment", "has no other address to ask");
        }
    }

    private void checkDefaults() {
        var defaults = system.path("defaults");
        optional(defaults, "timeZone")
                .filter(zone -> !isRegion(zone))
                .ifPresent(zone -> findings.add("/defaults/timeZone", "is no IANA region and not UTC"));
        DateFormats.problem(text(defaults, "dateFormat"))
                .ifPresent(problem -> findings.add("/defaults/dateFormat", problem));
    }

    private static boolean isRegion(String zone) {
        return zone.equals("UTC")
                || zone.contains("/") && ZoneId.getAvailableZoneIds().contains(zone);
    }

    /** The variables of all base URLs. */
    private Set<String> checkAddresses() {
        var variables = system.path("variables");
        var declared = Set.copyOf(variables.propertyNames());
        var used = new HashSet<String>();
        system.path("environments").properties().forEach(environment -> {
            var template = new Template(
                    "/environments/" + environment.getKey() + "/baseUrl", text(environment.getValue(), "baseUrl"));
            template.usesOnly(declared, "declared variable", findings);
            used.addAll(template.variables(findings));
        });
        declared.stream()
                .filter(variable -> !used.contains(variable))
                .sorted()
                .forEach(variable -> findings.add("/variables/" + variable, "is used by no base URL"));
        variables.properties().forEach(variable -> checkVariable(variable.getKey(), variable.getValue()));
        return used;
    }

    private void checkVariable(String name, JsonNode variable) {
        var path = "/variables/" + name + "/pattern";
        var whole = text(system.path("environments").path("live"), "baseUrl").startsWith("{+" + name + "}");
        FieldRules.pattern(path, text(variable, "pattern"), findings)
                .ifPresent(pattern -> AddressParts.check(path, pattern, whole, findings));
    }

    private void checkMethods(Set<String> variables) {
        var keys = new HashSet<String>();
        Nodes.each(system.path("authentication"), "/authentication", (path, method) -> {
            if (!keys.add(text(method, "key"))) {
                findings.add(path + "/key", "is the key of an earlier method too");
            }
            var rules = new MethodRules(path, method, findings);
            rules.check(variables, system.path("variables"));
            new Template("/proof/path", text(system.path("proof"), "path"))
                    .usesOnly(
                            rules.templateKeys(), "field, not secret, of the method " + text(method, "key"), findings);
            checkExpanded(path, method);
            checkTransport(path, method);
        });
    }

    /** The examples of a method make an address. */
    private void checkExpanded(String path, JsonNode method) {
        var examples = new HashMap<String, String>();
        Nodes.elements(method.path("fields"))
                .forEach(field ->
                        optional(field, "example").ifPresent(example -> examples.put(text(field, "key"), example)));
        system.path("environments").properties().forEach(environment -> {
            new Template("", text(environment.getValue(), "baseUrl"))
                    .expand(examples)
                    .filter(address -> !FieldRules.isAddress(address))
                    .ifPresent(
                            address -> findings.add(path + "/fields", "has examples that make no address: " + address));
        });
    }

    private void checkTransport(String path, JsonNode method) {
        var sftp = text(method, "type").startsWith("SFTP_");
        var addresses = system.path("environments").properties().stream()
                .map(environment -> text(environment.getValue(), "baseUrl"));
        var fits = Stream.concat(addresses, Stream.of(proofAddress()))
                .allMatch(address -> address.startsWith("sftp:") == sftp);
        if (!fits) {
            findings.add(path + "/type", "does not fit the base URLs and the proof: SFTP all of them, or none");
        }
    }

    private String proofAddress() {
        return text(system.path("proof"), "method").equals("SFTP") ? "sftp:" : "";
    }
}
