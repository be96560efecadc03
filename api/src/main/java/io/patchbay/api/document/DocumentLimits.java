package io.patchbay.api.document;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much one document may ask for; docs/operate.md lists the settings.
 *
 * @param maxTokens words and signs of its text
 * @param maxDepth selections within selections, fragments written out
 * @param maxFields selected fields, fragments written out
 * @param maxAliases fields with a name of the client's, fragments written out
 * @param maxDirectives directives, fragments written out
 * @param maxCost what an operation may cost, lists at the size that is asked for
 * @param introspection whether the schema may be asked for
 */
@ConfigurationProperties("patchbay.graphql")
record DocumentLimits(
        int maxTokens,
        int maxDepth,
        int maxFields,
        int maxAliases,
        int maxDirectives,
        int maxCost,
        boolean introspection) {

    DocumentLimits {
        requirePositive("PATCHBAY_GRAPHQL_MAX_TOKENS", maxTokens);
        requirePositive("PATCHBAY_GRAPHQL_MAX_DEPTH", maxDepth);
        requirePositive("PATCHBAY_GRAPHQL_MAX_FIELDS", maxFields);
        requirePositive("PATCHBAY_GRAPHQL_MAX_ALIASES", maxAliases);
        requirePositive("PATCHBAY_GRAPHQL_MAX_DIRECTIVES", maxDirectives);
        requirePositive("PATCHBAY_GRAPHQL_MAX_COST", maxCost);
    }

    private static void requirePositive(String setting, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(setting + " is a whole number from 1, not " + limit);
        }
    }
}
