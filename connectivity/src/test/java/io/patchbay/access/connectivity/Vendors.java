package io.patchbay.access.connectivity;

import io.patchbay.access.CheckReason;
import io.patchbay.access.Checks;
import io.patchbay.credential.CredentialValue;
import io.patchbay.credential.Credentials;
import io.patchbay.credential.CredentialsId;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Secret;
import io.patchbay.system.AnswerReading;
import io.patchbay.system.AnswerReading.Meaning;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialDestination;
import io.patchbay.system.CredentialDestination.Place;
import io.patchbay.system.CredentialField;
import io.patchbay.system.CredentialKind;
import io.patchbay.system.Environment;
import io.patchbay.system.GrantPointer;
import io.patchbay.system.ProofRequest;
import io.patchbay.system.SystemCategory;
import io.patchbay.system.SystemDefaults;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemId;
import io.patchbay.token.TokenHolder;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts together a made-up vendor's definition with one method, and what somebody typed for it. */
final class Vendors {

    private final AuthenticationType type;
    private final List<CredentialField> fields = new ArrayList<>();
    private final Map<String, Secret> values = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, String> hints = new HashMap<>();
    private final List<AnswerReading> readings = new ArrayList<>();
    private final Map<Environment, String> addresses = new HashMap<>(Map.of(Environment.LIVE, "{+address}/api"));
    private Environment environment = Environment.LIVE;
    private boolean asksOtherEnvironment;
    private ProofRequest proof = new ProofRequest("GET", "/me", Map.of("Accept", "application/json"), null, null, true);

    private Vendors(AuthenticationType type, URI address) {
        this.type = type;
        field("address", Place.BASE_URL, "address", null, false, address.toString());
    }

    static Vendors at(URI address, AuthenticationType type) {
        return new Vendors(type, address);
    }

    Vendors set(Place place, String value) {
        return set(place, null, value);
    }

    Vendors set(Place place, String name, String value) {
        return set(place, name, null, value);
    }

    Vendors set(Place place, String name, String format, String value) {
        return field(
                (place + (name == null ? "" : "_" + name)).toLowerCase(java.util.Locale.ROOT),
                place,
                name,
                format,
                true,
                value);
    }

    Vendors setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    Vendors proof(String method, String path, String body) {
        proof = new ProofRequest(method, path, proof.headers(), body, null, true);
        return this;
    }

    /** A vendor that says in the answer whether it let us in. */
    Vendors accepting(String pointer, String value) {
        proof = new ProofRequest(
                proof.method(), proof.path(), proof.headers(), null, new ProofRequest.Accepted(pointer, value), true);
        return this;
    }

    /** A vendor that means something of its own by a value in its answers. */
    Vendors reading(Meaning meaning, Set<Integer> statuses, String pointer, String pattern) {
        return reading(meaning, statuses, pointer, pattern, null);
    }

    Vendors reading(Meaning meaning, Set<Integer> statuses, String pointer, String pattern, Environment where) {
        readings.add(new AnswerReading(
                meaning, statuses, pointer, pattern == null ? null : Pattern.compile(pattern), where));
        return this;
    }

    Vendors in(Environment asked) {
        environment = asked;
        return this;
    }

    /** A vendor with a sandbox at an address of its own, where live credentials may be shown too. */
    Vendors sandbox(URI address) {
        addresses.put(Environment.TEST, address + "/api");
        asksOtherEnvironment = true;
        return this;
    }

    /** A vendor whose secrets look different in each environment. */
    Vendors shaped(Place place, String live, String test, String value) {
        fields.add(new CredentialField(
                "shaped",
                "Shaped",
                CredentialKind.TEXT,
                true,
                true,
                null,
                null,
                null,
                List.of(),
                List.of(new CredentialDestination(place, null, null)),
                Map.of(Environment.LIVE, Pattern.compile(live), Environment.TEST, Pattern.compile(test)),
                Map.of(),
                null,
                true));
        values.put("shaped", new Secret(value));
        return this;
    }

    /** A vendor that tells a value when a person says yes. */
    Vendors granted(String key, String pointer) {
        fields.add(new CredentialField(
                key,
                key,
                CredentialKind.TEXT,
                false,
                true,
                null,
                null,
                null,
                List.of(),
                List.of(new CredentialDestination(Place.HEADER, "X-" + key, null)),
                Map.of(),
                Map.of(),
                GrantPointer.parse(pointer).orElseThrow(),
                true));
        return this;
    }

    /** A vendor that wants one value in two places. */
    Vendors set(CredentialDestination one, CredentialDestination other, String value) {
        fields.add(new CredentialField(
                "shared",
                "Shared",
                CredentialKind.TEXT,
                false,
                true,
                null,
                null,
                null,
                List.of(),
                List.of(one, other),
                Map.of(),
                Map.of(),
                null,
                true));
        values.put("shared", new Secret(value));
        return this;
    }

    Vendors hint(CheckReason reason, String hint) {
        hints.put(reason.name(), hint);
        return this;
    }

    AuthenticationMethod method() {
        return new AuthenticationMethod("method", "Method", type, null, fields, settings, true);
    }

    /** The same vendor and credentials, as somebody whose tokens are kept. */
    TokenHolder holder(CompanyId company) {
        var question = question();
        var credentials = new LinkedHashMap<String, CredentialValue>();
        values.forEach((key, value) -> credentials.put(key, new CredentialValue.Plain(value.reveal())));
        return new TokenHolder(
                company,
                question.system(),
                question.environment(),
                question.method(),
                new Credentials(CredentialsId.next(), question.method().key(), credentials));
    }

    Checks.Question question() {
        var method = method();
        return new Checks.Question(
                new SystemDefinition(
                        new SystemId("vendor"),
                        "Vendor",
                        SystemCategory.OTHER,
                        "Sells.",
                        null,
                        "#000000",
                        "<svg/>",
                        addresses,
                        new SystemDefaults(null, "ISO_8601", null, SystemDefaults.CHECK_EVERY),
                        null,
                        List.of(method),
                        new ProofRequest(
                                proof.method(),
                                proof.path(),
                                proof.headers(),
                                proof.body(),
                                proof.accepted(),
                                readings,
                                asksOtherEnvironment,
                                true),
                        hints,
                        List.of()),
                environment,
                method,
                values);
    }

    private Vendors field(String key, Place place, String name, String format, boolean secret, String value) {
        fields.add(new CredentialField(
                key,
                key,
                CredentialKind.TEXT,
                secret,
                true,
                null,
                null,
                null,
                List.of(),
                new CredentialDestination(place, name, format),
                true));
        values.put(key, new Secret(value));
        return this;
    }
}
