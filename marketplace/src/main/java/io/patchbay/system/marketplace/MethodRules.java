package io.patchbay.system.marketplace;

import static io.patchbay.system.marketplace.Nodes.flag;
import static io.patchbay.system.marketplace.Nodes.place;
import static io.patchbay.system.marketplace.Nodes.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What holds for one authentication method beyond the schema. */
final class MethodRules {

    private static final List<String> TEMPLATES = List.of(
            "tokenUrl",
            "tokenUrlTest",
            "authorizationUrl",
            "authorizationUrlTest",
            "accountUrl",
            "accountUrlTest",
            "loginUrl",
            "loginUrlTest",
            "audience",
            "audienceTest");
    private static final Set<String> ADDRESS_PLACES = Set.of("BASE_URL", "HOST", "PORT");
    private static final Set<String> NOT_SHARED = Set.of("BASE_URL", "TOKEN_URL", "HOST", "PORT", "HOST_FINGERPRINT");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    private final String path;
    private final JsonNode method;
    private final List<JsonNode> fields;
    private final Findings findings;

    MethodRules(String path, JsonNode method, Findings findings) {
        this.path = path;
        this.method = method;
        this.fields = Nodes.elements(method.path("fields"));
        this.findings = findings;
    }

    void check(Set<String> baseUrlVariables, JsonNode variables) {
        Nodes.each(
                method.path("fields"),
                path + "/fields",
                (fieldPath, field) -> FieldRules.check(fieldPath, field, variables, findings));
        fieldsAreUnique();
        asksFor(baseUrlVariables);
        settingsUseFields();
        loginBodyUsesFields();
        schemeNamesTheKey();
        schemeHasTheSameAddresses();
        onlyConsentGrants();
    }

    /** The keys that templates may use: what is secret does not belong into an address. */
    Set<String> templateKeys() {
        return fields.stream()
                .filter(field -> !flag(field, "secret", true))
                .map(field -> text(field, "key"))
                .collect(Collectors.toSet());
    }

    private void fieldsAreUnique() {
        var keys = new HashSet<String>();
        var destinations = new HashSet<String>();
        Nodes.each(method.path("fields"), path + "/fields", (fieldPath, field) -> {
            if (!keys.add(text(field, "key"))) {
                findings.add(fieldPath + "/key", "is the key of an earlier field too");
            }
            if (!destinations.add(destination(field, field.path("destination")))) {
                findings.add(fieldPath + "/destination", "is the destination of an earlier field too");
            }
            Nodes.each(field.path("also"), fieldPath + "/also", (path, also) -> {
                if (!destinations.add(destination(field, also))) {
                    findings.add(path, "is an earlier destination too");
                }
                if (NOT_SHARED.contains(text(also, "place"))) {
                    findings.add(path + "/place", "is part of an address, which only a field of its own fills");
                }
            });
        });
    }

    private static String destination(JsonNode field, JsonNode destination) {
        var place = text(destination, "place");
        return switch (place) {
            // Settings are called by the field's key.
            case "SETTING", "BASE_URL", "TOKEN_URL" -> place + ' ' + text(field, "key");
            default -> place + ' ' + text(destination, "name").toLowerCase(Locale.ROOT);
        };
    }

    private void asksFor(Set<String> baseUrlVariables) {
        baseUrlVariables.stream()
                .sorted()
                .filter(variable -> fields.stream().noneMatch(field -> fills(field, variable)))
                .forEach(variable -> findings.add(
                        path + "/fields",
                        "does not ask for the base URL's {" + variable
                                + "}: a required field with this key, not secret, destination BASE_URL (HOST, PORT)"));
    }

    private static boolean fills(JsonNode field, String variable) {
        return text(field, "key").equals(variable)
                && ADDRESS_PLACES.contains(place(field))
                && flag(field, "required", false)
                && !flag(field, "secret", true);
    }

    private void settingsUseFields() {
        var settings = method.path("settings");
        var keys = templateKeys();
        var used = new HashSet<String>();
        for (var setting : TEMPLATES) {
            if (settings.has(setting)) {
                var template = new Template(path + "/settings/" + setting, text(settings, setting));
                template.usesOnly(keys, "field of this method that is not secret", findings);
                used.addAll(template.variables(findings));
            }
        }
        Nodes.each(
                method.path("fields"),
                path + "/fields",
                (fieldPath, field) -> checkAddressPart(fieldPath, field, used.contains(text(field, "key"))));
    }

    private void checkAddressPart(String fieldPath, JsonNode field, boolean used) {
        var place = place(field);
        if (place.equals("TOKEN_URL") && !used) {
            findings.add(fieldPath + "/key", "is used by no address in the method's settings");
        }
        if (!used || ADDRESS_PLACES.contains(place) || field.has("options")) {
            return;
        }
        if (!field.has("pattern")) {
            findings.add(fieldPath, "is part of an address, and has neither pattern nor options that keep it there");
        }
        FieldRules.pattern(fieldPath + "/pattern", text(field, "pattern"), findings)
                .ifPresent(pattern -> AddressParts.check(fieldPath + "/pattern", pattern, false, findings));
    }

    private void loginBodyUsesFields() {
        var names = fields.stream()
                .flatMap(field -> Nodes.destinations(field).stream())
                .filter(destination -> text(destination, "place").equals("LOGIN_BODY"))
                .map(destination -> text(destination, "name"))
                .collect(Collectors.toSet());
        PLACEHOLDER
                .matcher(text(method.path("settings"), "loginBody"))
                .results()
                .map(match -> match.group(1))
                .filter(name -> !names.contains(name))
                .forEach(name -> findings.add(
                        path + "/settings/loginBody", "uses ${" + name + "}, which no LOGIN_BODY field is named"));
    }

    private void schemeNamesTheKey() {
        var scheme = method.path("scheme");
        if (!text(scheme, "type").equals("apiKey")) {
            return;
        }
        var keyPlace = text(scheme, "in").toUpperCase(Locale.ROOT);
        var named = fields.stream()
                .anyMatch(field -> place(field).equals(keyPlace)
                        && text(field.path("destination"), "name").equalsIgnoreCase(text(scheme, "name")));
        if (!named) {
            findings.add(path + "/scheme", "names another place than the key's field");
        }
    }

    private void schemeHasTheSameAddresses() {
        var settings = method.path("settings");
        method.path("scheme")
                .path("flows")
                .properties()
                .forEach(flow -> flow.getValue().properties().forEach(setting -> {
                    var name = setting.getKey();
                    if (name.endsWith("Url")
                            && settings.has(name)
                            && !text(settings, name).equals(setting.getValue().asString(""))) {
                        findings.add(path + "/scheme/flows/" + flow.getKey() + "/" + name, "differs from the settings");
                    }
                }));
    }

    private void onlyConsentGrants() {
        if (text(method, "type").equals("OAUTH2_AUTHORIZATION_CODE")) {
            return;
        }
        Nodes.each(method.path("fields"), path + "/fields", (fieldPath, field) -> {
            if (field.has("granted")) {
                findings.add(fieldPath + "/granted", "is told by nobody: no person says yes to a method of this type");
            }
        });
    }
}
