package io.patchbay.system.marketplace;

import static io.patchbay.system.marketplace.Nodes.flag;
import static io.patchbay.system.marketplace.Nodes.optional;
import static io.patchbay.system.marketplace.Nodes.text;

import io.patchbay.system.AnswerReading;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialDestination;
import io.patchbay.system.CredentialField;
import io.patchbay.system.CredentialKind;
import io.patchbay.system.DefinitionSource;
import io.patchbay.system.Environment;
import io.patchbay.system.GrantPointer;
import io.patchbay.system.LimitHeaders;
import io.patchbay.system.ProofRequest;
import io.patchbay.system.ProxyRules;
import io.patchbay.system.RateLimit;
import io.patchbay.system.SystemCategory;
import io.patchbay.system.SystemDefaults;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemId;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes the domain's definition of a document that is known to be valid. */
final class DefinitionReader {

    private final JsonNode system;

    private DefinitionReader(JsonNode system) {
        this.system = system;
    }

    static SystemDefinition read(PackedSystem packed) {
        return new DefinitionReader(packed.definition()).read(packed.prerequisites(), packed.icon());
    }

    private SystemDefinition read(String prerequisites, String icon) {
        return new SystemDefinition(
                new SystemId(text(system, "slug")),
                text(system, "name"),
                SystemCategory.valueOf(text(system, "category")),
                text(system, "description"),
                optional(system, "helpLink").map(URI::create).orElse(null),
                text(system, "colour"),
                icon,
                baseUrls(),
                defaults(system.path("defaults")),
                prerequisites.isBlank() ? null : prerequisites,
                Nodes.elements(system.path("authentication")).stream()
                        .map(this::method)
                        .toList(),
                proof(system.path("proof")),
                Nodes.elements(system.path("limitHeaders")).stream()
                        .map(DefinitionReader::limitHeaders)
                        .toList(),
                proxy(system.path("proxy")),
                texts(system.path("hints")),
                Nodes.elements(system.path("sources")).stream()
                        .map(DefinitionReader::source)
                        .toList());
    }

    private Map<Environment, String> baseUrls() {
        return system.path("environments").properties().stream()
                .collect(Collectors.toMap(
                        environment -> environment(environment.getKey()),
                        environment -> text(environment.getValue(), "baseUrl")));
    }

    private static Environment environment(String name) {
        return name.equals("live") ? Environment.LIVE : Environment.TEST;
    }

    private static SystemDefaults defaults(JsonNode defaults) {
        return new SystemDefaults(
                optional(defaults, "timeZone").map(ZoneId::of).orElse(null),
                text(defaults, "dateFormat"),
                rateLimit(defaults.path("rateLimit")),
                checkEvery(optional(defaults, "checkEvery")));
    }

    private static @Nullable Duration checkEvery(Optional<String> text) {
        return text.filter("never"::equals).isPresent()
                ? null
                : text.map(Duration::parse).orElse(SystemDefaults.CHECK_EVERY);
    }

    private static @Nullable RateLimit rateLimit(JsonNode limit) {
        return limit.isObject()
                ? new RateLimit(limit.path("requests").asInt(), RateLimit.Unit.valueOf(text(limit, "per")))
                : null;
    }

    private static LimitHeaders limitHeaders(JsonNode headers) {
        var usage = optional(headers, "usage");
        var header = usage.orElseGet(() -> text(headers, "remaining"));
        var counts = usage.isPresent() ? LimitHeaders.Counts.USED_OF_ALL : LimitHeaders.Counts.REMAINING;
        var reset = optional(headers, "reset").orElse(null);
        var resetIs = optional(headers, "resetIs")
                .map(LimitHeaders.ResetForm::valueOf)
                .orElse(LimitHeaders.ResetForm.SECONDS_TO_GO);
        return optional(headers, "per")
                .map(RateLimit.Unit::valueOf)
                .map(per -> new LimitHeaders(header, counts, per, reset, resetIs))
                .orElseGet(() -> new LimitHeaders(header, counts, reset, resetIs));
    }

    private AuthenticationMethod method(JsonNode method) {
        return new AuthenticationMethod(
                text(method, "key"),
                text(method, "label"),
                AuthenticationType.valueOf(text(method, "type")),
                optional(method, "help").orElse(null),
                Nodes.elements(method.path("fields")).stream().map(this::field).toList(),
                texts(method.path("settings")),
                flag(method, "verified", true));
    }

    private CredentialField field(JsonNode field) {
        return new CredentialField(
                text(field, "key"),
                text(field, "label"),
                CredentialKind.valueOf(text(field, "kind")),
                flag(field, "secret", true),
                flag(field, "required", true),
                pattern(field),
                optional(field, "example").orElse(null),
                optional(field, "help").orElse(null),
                Nodes.elements(field.path("options")).stream()
                        .map(JsonNode::asString)
                        .toList(),
                Nodes.destinations(field).stream()
                        .map(destination -> destination(text(field, "key"), destination))
                        .toList(),
                shapes(field.path("shapes")),
                lifetimes(field.path("lifetimes")),
                optional(field, "granted").flatMap(GrantPointer::parse).orElse(null),
                flag(field, "verified", true));
    }

    /** A field without a pattern that fills a variable of the base URL must not leave its part of the address either. */
    private @Nullable Pattern pattern(JsonNode field) {
        var variables = system.path("variables");
        return optional(field, "pattern")
                .or(() -> optional(variables.path(text(field, "key")), "pattern"))
                .map(Pattern::compile)
                .orElse(null);
    }

    private static Map<Environment, Pattern> shapes(JsonNode shapes) {
        return shapes.properties().stream()
                .collect(Collectors.toMap(
                        shape -> environment(shape.getKey()),
                        shape -> Pattern.compile(shape.getValue().asString())));
    }

    private static Map<Environment, Period> lifetimes(JsonNode lifetimes) {
        return lifetimes.properties().stream()
                .collect(Collectors.toMap(
                        lifetime -> environment(lifetime.getKey()),
                        lifetime -> Period.parse(lifetime.getValue().asString())));
    }

    private static CredentialDestination destination(String key, JsonNode destination) {
        var place = CredentialDestination.Place.valueOf(text(destination, "place"));
        var name = place == CredentialDestination.Place.BASE_URL || place == CredentialDestination.Place.TOKEN_URL
                ? key
                : optional(destination, "name").orElse(null);
        return new CredentialDestination(
                place, name, optional(destination, "format").orElse(null));
    }

    private static ProofRequest proof(JsonNode proof) {
        return new ProofRequest(
                text(proof, "method"),
                text(proof, "path"),
                texts(proof.path("headers")),
                optional(proof, "body").orElse(null),
                accepted(proof.path("accepted")),
                Nodes.elements(proof.path("readings")).stream()
                        .map(DefinitionReader::reading)
                        .toList(),
                flag(proof, "asksOtherEnvironment", false),
                flag(proof, "verified", true));
    }

    private static ProxyRules proxy(JsonNode proxy) {
        return new ProxyRules(
                proxy.has("methods") ? strings(proxy.path("methods")) : ProxyRules.METHODS,
                strings(proxy.path("hosts")));
    }

    private static List<String> strings(JsonNode array) {
        return Nodes.elements(array).stream().map(JsonNode::asString).toList();
    }

    private static ProofRequest.@Nullable Accepted accepted(JsonNode accepted) {
        return accepted.isMissingNode()
                ? null
                : new ProofRequest.Accepted(text(accepted, "pointer"), text(accepted, "value"));
    }

    private static AnswerReading reading(JsonNode reading) {
        var pattern = optional(reading, "value")
                .map(value -> "\\A" + Pattern.quote(value) + "\\z")
                .or(() -> optional(reading, "pattern"));
        return new AnswerReading(
                AnswerReading.Meaning.valueOf(text(reading, "means")),
                Nodes.elements(reading.path("status")).stream()
                        .map(JsonNode::asInt)
                        .collect(Collectors.toSet()),
                optional(reading, "pointer").orElse(null),
                pattern.map(Pattern::compile).orElse(null),
                optional(reading, "environment")
                        .map(DefinitionReader::environment)
                        .orElse(null));
    }

    private static DefinitionSource source(JsonNode source) {
        return new DefinitionSource(URI.create(text(source, "address")), LocalDate.parse(text(source, "read")));
    }

    private static Map<String, String> texts(JsonNode object) {
        return object.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asString()));
    }
}
