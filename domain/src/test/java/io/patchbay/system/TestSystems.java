package io.patchbay.system;

import io.patchbay.system.CredentialDestination.Place;
import java.net.URI;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Two made-up systems: a shop with an own address and several methods, and a ledger that has no test environment. */
public final class TestSystems {

    public static final SystemDefinition SHOP = new SystemDefinition(
            new SystemId("corner-shop"),
            "Corner Shop",
            SystemCategory.E_COMMERCE,
            "Sells things around the corner.",
            URI.create("https://corner.example/developers"),
            "#336699",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\"/>",
            Map.of(
                    Environment.LIVE, "https://{shop}.corner.example",
                    Environment.TEST, "https://{shop}.sandbox.corner.example"),
            new SystemDefaults(
                    ZoneId.of("Europe/Berlin"),
                    "ISO_8601",
                    new RateLimit(2, RateLimit.Unit.SECOND),
                    SystemDefaults.CHECK_EVERY),
            "1. Make an app in **Settings**.",
            List.of(
                    new AuthenticationMethod(
                            "api-key",
                            "API key",
                            AuthenticationType.API_KEY,
                            "Made under *Settings > Keys*.",
                            List.of(shop(), apiKey()),
                            Map.of(),
                            true),
                    new AuthenticationMethod(
                            "basic",
                            "User and password",
                            AuthenticationType.BASIC,
                            null,
                            List.of(shop(), user(), secret("password", "Password", Place.PASSWORD), region()),
                            Map.of(),
                            true),
                    new AuthenticationMethod(
                            "connect",
                            "Connect by redirect",
                            AuthenticationType.OAUTH2_AUTHORIZATION_CODE,
                            null,
                            List.of(shop()),
                            Map.of("authorizationUrl", "https://{shop}.corner.example/authorize"),
                            true)),
            new ProofRequest("GET", "/me", Map.of(), null, null, true),
            Map.of("CREDENTIALS_REFUSED", "The key ends when the person who made it leaves."),
            List.of(new DefinitionSource(URI.create("https://corner.example/docs"), LocalDate.of(2026, 11, 22))));

    public static final SystemDefinition LEDGER = new SystemDefinition(
            new SystemId("ledger"),
            "Ledger",
            SystemCategory.ACCOUNTING,
            "Counts beans.",
            null,
            "#803300",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\"/>",
            Map.of(Environment.LIVE, "https://ledger.example"),
            new SystemDefaults(null, "yyyy-MM-dd", null, null),
            null,
            List.of(new AuthenticationMethod(
                    "token",
                    "Token",
                    AuthenticationType.BEARER,
                    null,
                    List.of(secret("token", "Token", Place.BEARER_TOKEN)),
                    Map.of(),
                    false)),
            null,
            Map.of(),
            List.of());

    private TestSystems() {}

    public static InMemorySystemDefinitions all() {
        return new InMemorySystemDefinitions(SHOP, LEDGER);
    }

    private static CredentialField shop() {
        return new CredentialField(
                "shop",
                "Shop name",
                CredentialKind.TEXT,
                false,
                true,
                Pattern.compile("[a-z0-9-]+"),
                "my-shop",
                "The part before `.corner.example`.",
                List.of(),
                new CredentialDestination(Place.BASE_URL, "shop", null),
                true);
    }

    private static CredentialField user() {
        return new CredentialField(
                "user",
                "User",
                CredentialKind.EMAIL,
                false,
                true,
                null,
                "anna@example.com",
                null,
                List.of(),
                new CredentialDestination(Place.USERNAME, null, null),
                true);
    }

    private static CredentialField region() {
        return new CredentialField(
                "region",
                "Region",
                CredentialKind.CHOICE,
                false,
                false,
                null,
                null,
                null,
                List.of("eu", "us"),
                new CredentialDestination(Place.HEADER, "X-Region", null),
                false);
    }

    /** Ends after 180 days, a test one after 30. */
    private static CredentialField apiKey() {
        return new CredentialField(
                "api_key",
                "API key",
                CredentialKind.TEXT,
                true,
                true,
                null,
                null,
                null,
                List.of(),
                List.of(new CredentialDestination(Place.HEADER, "X-Api-Key", null)),
                Map.of(),
                Map.of(Environment.LIVE, Period.ofDays(180), Environment.TEST, Period.ofDays(30)),
                null,
                true);
    }

    private static CredentialField secret(String key, String label, Place place) {
        return new CredentialField(
                key,
                label,
                CredentialKind.TEXT,
                true,
                true,
                null,
                null,
                null,
                List.of(),
                new CredentialDestination(place, place == Place.HEADER ? "X-Api-Key" : null, null),
                true);
    }
}
