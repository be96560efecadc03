package io.patchbay.api.schema;

import graphql.schema.diff.DiffEvent;
import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import java.util.List;

/**
 * Something that a client may have relied on, and that is no more.
 *
 * @param name of the type, or of its field or value, as in {@code Connector.name}
 */
record Breakage(String name, String what) {

    static List<Breakage> between(String before, String now) {
        if (before.isBlank()) {
            return List.of();
        }
        var found = new CapturingReporter();
        new SchemaDiff().diffSchema(SchemaDiffSet.diffSetFromSdl(before, now), found);
        return found.getBreakages().stream().map(Breakage::of).toList();
    }

    /** Whether the changes that are not released yet name it, between backticks. */
    boolean isNamedIn(String changelog) {
        var unreleased = changelog.replaceFirst("(?s).*?## Unreleased", "").replaceFirst("(?s)\n## .*", "");
        return unreleased.contains("`" + name + "`");
    }

    private static Breakage of(DiffEvent event) {
        var component = event.getFieldName() != null
                ? event.getFieldName()
                : event.getComponents().isEmpty() ? null : event.getComponents().getFirst();
        return new Breakage(
                component == null ? event.getTypeName() : event.getTypeName() + "." + component, event.getReasonMsg());
    }
}
