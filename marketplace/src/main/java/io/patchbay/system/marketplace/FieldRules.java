package io.patchbay.system.marketplace;

import static io.patchbay.system.marketplace.Nodes.optional;
import static io.patchbay.system.marketplace.Nodes.text;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/** What holds for one credential field beyond the schema: its pattern compiles, and its example is possible. */
final class FieldRules {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private FieldRules() {}

    static void check(String path, JsonNode field, JsonNode variables, Findings findings) {
        var place = Nodes.place(field);
        if (place.equals("BASE_URL") || place.equals("TOKEN_URL")) {
            nameIsKey(path, field, findings);
        }
        if (place.equals("BASE_URL")) {
            fillsVariable(path, field, variables, findings);
        }
        checkShapes(path + "/shapes", field.path("shapes"), text(field, "example"), findings);
        var pattern = pattern(path + "/pattern", text(field, "pattern"), findings);
        optional(field, "example").ifPresent(example -> {
            if (pattern.isPresent() && !pattern.get().matcher(example).matches()) {
                findings.add(path + "/example", "does not match the field's pattern " + pattern.get());
            }
            if (!possible(field, example)) {
                findings.add(path + "/example", "is no value of the kind " + text(field, "kind"));
            }
        });
    }

    /** The compiled pattern; empty where there is none, or none that compiles, which is noted. */
    static Optional<Pattern> pattern(String path, String pattern, Findings findings) {
        try {
            return pattern.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(pattern));
        } catch (PatternSyntaxException e) {
            findings.add(path, "is no regular expression: " + e.getDescription());
            return Optional.empty();
        }
    }

    private static void checkShapes(String path, JsonNode shapes, String example, Findings findings) {
        var patterns = shapes.propertyStream()
                .flatMap(shape ->
                        pattern(path + "/" + shape.getKey(), shape.getValue().asString(""), findings).stream())
                .toList();
        if (!patterns.isEmpty()
                && !example.isEmpty()
                && patterns.stream().noneMatch(shape -> shape.matcher(example).matches())) {
            findings.add(path, "fits the field's own example in neither environment");
        }
    }

    private static void nameIsKey(String path, JsonNode field, Findings findings) {
        optional(field.path("destination"), "name")
                .filter(name -> !name.equals(text(field, "key")))
                .ifPresent(name -> findings.add(
                        path + "/destination/name", "differs from the field's key, by which templates call it"));
    }

    private static void fillsVariable(String path, JsonNode field, JsonNode variables, Findings findings) {
        var variable = variables.path(text(field, "key"));
        if (variable.isMissingNode()) {
            findings.add(path + "/key", "fills a variable of the base URL, but `variables` does not declare it");
            return;
        }
        optional(field, "pattern")
                .filter(pattern -> !pattern.equals(text(variable, "pattern")))
                .ifPresent(pattern -> findings.add(path + "/pattern", "differs from the variable's pattern"));
        var declared = pattern("/variables", text(variable, "pattern"), new Findings(""));
        optional(field, "example")
                .filter(example -> declared.isPresent()
                        && (!declared.get().matcher(example).matches()
                                || example.length() > variable.path("maxLength").asInt(300)))
                .ifPresent(example -> findings.add(path + "/example", "is no value of the variable"));
    }

    private static boolean possible(JsonNode field, String example) {
        return switch (text(field, "kind")) {
            case "URL" -> isAddress(example);
            case "HOST" -> HOST.matcher(example).matches();
            case "NUMBER" -> NUMBER.matcher(example).matches();
            case "EMAIL" -> EMAIL.matcher(example).matches();
            case "CHOICE" ->
                Nodes.elements(field.path("options")).stream()
                        .anyMatch(option -> option.asString("").equals(example));
            case "TEXT" -> example.lines().count() == 1;
            default -> true;
        };
    }

    static boolean isAddress(String text) {
        try {
            var address = URI.create(text);
            return address.getHost() != null && text.matches("(https?|sftp)://.*");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
