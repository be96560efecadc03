package io.patchbay.setup;

import io.patchbay.access.AccessForm;
import io.patchbay.shared.FormField;
import io.patchbay.shared.Text;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.SystemDefinition;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole wizard for one system as data: what pages and the API's clients ask, in this order and no other (decision 0017).
 *
 * @param steps all of them; the last has no fields before a method is chosen
 */
public record SetupForm(SetupKind kind, SystemDefinition system, List<Step> steps) {

    public SetupForm {
        steps = List.copyOf(steps);
    }

    /** One page of the wizard. */
    public record Step(SetupStep step, List<FormField> fields) {

        public Step {
            fields = List.copyOf(fields);
        }

        public Text title() {
            return step.title();
        }

        /** What to know before answering; null where the title says it. */
        public @Nullable Text help() {
            return step == SetupStep.CREDENTIALS ? Text.of("step.CREDENTIALS.help") : null;
        }
    }

    /** The wizard for a method; null: which is not chosen yet. */
    public static SetupForm of(SetupKind kind, SystemDefinition system, @Nullable AuthenticationMethod method) {
        return new SetupForm(
                kind,
                system,
                Stream.of(SetupStep.values())
                        .map(step -> new Step(step, fields(step, kind, system, method)))
                        .toList());
    }

    /** Whether a step has a field of this name. */
    public boolean asks(SetupStep step, String key) {
        return steps.get(step.ordinal()).fields().stream()
                .anyMatch(field -> field.key().equals(key));
    }

    private static List<FormField> fields(
            SetupStep step, SetupKind kind, SystemDefinition system, @Nullable AuthenticationMethod method) {
        return switch (step) {
            case GENERAL ->
                switch (kind) {
                    case CONNECTOR ->
                        List.of(AccessForm.name(system), AccessForm.companyGroup(), AccessForm.environment(system));
                    case INSTANCE -> List.of(AccessForm.name(system), AccessForm.environment(system));
                };
            case TIME_AND_DATE ->
                switch (kind) {
                    case CONNECTOR -> List.of(AccessForm.timeZone(system), AccessForm.dateFormat(system));
                    case INSTANCE ->
                        List.of(
                                AccessForm.timeZone(system),
                                AccessForm.dateFormat(system),
                                AccessForm.requests(system),
                                AccessForm.per(system));
                };
            case AUTHENTICATION -> List.of(AccessForm.authenticationMethod(system));
            case CREDENTIALS ->
                method == null
                        ? List.of()
                        : method.askedFields().stream()
                                .map(AccessForm::credential)
                                .toList();
        };
    }
}
