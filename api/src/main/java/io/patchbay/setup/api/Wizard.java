package io.patchbay.setup.api;

import io.patchbay.setup.Draft;
import io.patchbay.setup.SetupForm;
import io.patchbay.setup.SetupKind;
import io.patchbay.shared.FormField;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.SystemDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wizard's form, with the answers that there are.
 *
 * @param draft whose answers; null for none
 */
record Wizard(SetupForm form, @Nullable Draft draft) {

    static Wizard blank(SetupKind kind, SystemDefinition system, @Nullable AuthenticationMethod method) {
        return new Wizard(SetupForm.of(kind, system, method), null);
    }

    static Wizard of(Draft draft, SystemDefinition system) {
        var method = draft.credentials() == null
                ? null
                : system.method(draft.credentials().method()).orElse(null);
        return new Wizard(SetupForm.of(draft.kind(), system, method), draft);
    }

    List<Step> steps() {
        return form.steps().stream().map(step -> new Step(step, draft)).toList();
    }

    record Step(SetupForm.Step asked, @Nullable Draft draft) {

        List<Field> fields() {
            return asked.fields().stream().map(field -> new Field(field, draft)).toList();
        }
    }

    record Field(FormField asked, @Nullable Draft draft) {

        boolean isSet() {
            return draft != null && DraftAnswers.isSet(draft, asked);
        }

        /** Null for every secret. */
        @Nullable
        String value() {
            return draft == null ? null : DraftAnswers.value(draft, asked);
        }
    }
}
