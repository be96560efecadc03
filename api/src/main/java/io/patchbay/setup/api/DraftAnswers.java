package io.patchbay.setup.api;

import io.patchbay.api.GlobalId;
import io.patchbay.api.NodeType;
import io.patchbay.credential.CredentialValue;
import io.patchbay.setup.Draft;
import io.patchbay.setup.General;
import io.patchbay.setup.TimeAndDate;
import io.patchbay.shared.FormField;
import org.jspecify.annotations.Nullable;

/** What a draft answers to a question of its form. */
final class DraftAnswers {

    private DraftAnswers() {}

    static boolean isSet(Draft draft, FormField field) {
        return field.secret()
                ? draft.credentials() != null && draft.credentials().isSet(field.key())
                : value(draft, field) != null;
    }

    /** Null for every secret. */
    static @Nullable String value(Draft draft, FormField field) {
        return switch (field.path().getFirst()) {
            case "name", "companyGroupId", "environment" -> of(draft.general(), field.key());
            case "timeZone", "dateFormat", "rateLimit" -> of(draft.timeAndDate(), field.key());
            case "authenticationMethod" ->
                draft.credentials() == null ? null : draft.credentials().method();
            case "credentials" -> credential(draft, field.key());
            default -> throw new IllegalStateException("No draft knows of " + field.path());
        };
    }

    private static @Nullable String of(@Nullable General general, String key) {
        if (general == null) {
            return null;
        }
        return switch (key) {
            case "name" -> general.name().value();
            case "companyGroupId" ->
                general.companyGroup() == null
                        ? null
                        : GlobalId.of(
                                NodeType.COMPANY_GROUP, general.companyGroup().value());
            default -> general.environment().name();
        };
    }

    private static @Nullable String of(@Nullable TimeAndDate answer, String key) {
        if (answer == null) {
            return null;
        }
        var limit = answer.rateLimit();
        return switch (key) {
            case "timeZone" -> answer.timeZone().toString();
            case "dateFormat" -> answer.dateFormat().value();
            case "requests" -> limit == null ? null : Integer.toString(limit.requests());
            default -> limit == null ? null : limit.per().name();
        };
    }

    private static @Nullable String credential(Draft draft, String key) {
        return draft.credentials() != null
                        && draft.credentials().values().get(key) instanceof CredentialValue.Plain(var value)
                ? value
                : null;
    }
}
