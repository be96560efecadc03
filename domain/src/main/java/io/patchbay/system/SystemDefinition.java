package io.patchbay.system;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A third-party application as Patchbay knows it. Data, not code: prebuilt ones are read from the marketplace's folders.
 *
 * @param description one or two sentences, plain text
 * @param helpLink the vendor's page for developers
 * @param colour the brand's colour, {@code #rrggbb}
 * @param iconSvg a square SVG document: the brand's icon, or initials on its colour
 * @param baseUrls RFC 6570 templates over the credential fields that form the address; an environment that is not there
 *     does not exist at the vendor
 * @param prerequisites what to do at the vendor before adding a connector, in CommonMark
 * @param authenticationMethods in the order of preference, at least one
 * @param limitHeaders where the vendor says how many requests are left
 * @param proxy what may be sent to the system through Patchbay
 * @param hints what to do at this vendor about a check's reason, in plain text by the reason's name
 */
public record SystemDefinition(
        SystemId id,
        String name,
        SystemCategory category,
        String description,
        @Nullable URI helpLink,
        String colour,
        String iconSvg,
        Map<Environment, String> baseUrls,
        SystemDefaults defaults,
        @Nullable String prerequisites,
        List<AuthenticationMethod> authenticationMethods,
        @Nullable ProofRequest proof,
        List<LimitHeaders> limitHeaders,
        ProxyRules proxy,
        Map<String, String> hints,
        List<DefinitionSource> sources) {

    /** A system to which everything may be sent, and whose vendor does not say how many requests are left. */
    public SystemDefinition(
            SystemId id,
            String name,
            SystemCategory category,
            String description,
            @Nullable URI helpLink,
            String colour,
            String iconSvg,
            Map<Environment, String> baseUrls,
            SystemDefaults defaults,
            @Nullable String prerequisites,
            List<AuthenticationMethod> authenticationMethods,
            @Nullable ProofRequest proof,
            Map<String, String> hints,
            List<DefinitionSource> sources) {
        this(
                id,
                name,
                category,
                description,
                helpLink,
                colour,
                iconSvg,
                baseUrls,
                defaults,
                prerequisites,
                authenticationMethods,
                proof,
                List.of(),
                ProxyRules.USUAL,
                hints,
                sources);
    }

    public SystemDefinition {
        limitHeaders = List.copyOf(limitHeaders);
        baseUrls = Map.copyOf(baseUrls);
        authenticationMethods = List.copyOf(authenticationMethods);
        hints = Map.copyOf(hints);
        sources = List.copyOf(sources);
        if (baseUrls.isEmpty() || authenticationMethods.isEmpty()) {
            throw new IllegalArgumentException("A system has an environment and an authentication method: " + id);
        }
    }

    /**
     * Stands in for a system that is no longer known, so that what was set up for it can be looked at and removed. Goes by its
     * slug, and has nothing that could be asked or sent.
     *
     * @param method the key of the method that was set up
     */
    public static SystemDefinition unknown(SystemId id, String method) {
        return new SystemDefinition(
                id,
                id.slug(),
                SystemCategory.OTHER,
                "",
                null,
                "#808080",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\"/>",
                Map.of(Environment.LIVE, "", Environment.TEST, ""),
                new SystemDefaults(null, "ISO_8601", null, null),
                null,
                List.of(AuthenticationMethod.unknown(method)),
                null,
                Map.of(),
                List.of());
    }

    public Optional<AuthenticationMethod> method(String key) {
        return authenticationMethods.stream()
                .filter(method -> method.key().equals(key))
                .findFirst();
    }

    /** The same system with other methods. */
    public SystemDefinition with(List<AuthenticationMethod> methods) {
        return new SystemDefinition(
                id,
                name,
                category,
                description,
                helpLink,
                colour,
                iconSvg,
                baseUrls,
                defaults,
                prerequisites,
                methods,
                proof,
                limitHeaders,
                proxy,
                hints,
                sources);
    }

    /** Whether the vendor has such an environment. */
    public boolean has(Environment environment) {
        return baseUrls.containsKey(environment);
    }
}
