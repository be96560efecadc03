package io.patchbay.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question of a form, as pages and the API ask it alike.
 *
 * @param path where the answer stands in an input, and how refusals name it; outermost first
 * @param secret whether the answer is encrypted and never shown again
 * @param proposal the answer that is right for most; null where there is none
 * @param options what can be chosen; empty where anything can be typed
 * @param help what to answer and where to find it, in CommonMark
 * @param pattern the regular expression that a whole answer must match
 * @param example an answer of the right form
 */
public record FormField(
        List<String> path,
        FieldKind kind,
        Text label,
        boolean secret,
        boolean required,
        @Nullable String proposal,
        List<FormOption> options,
        @Nullable Text help,
        @Nullable String pattern,
        @Nullable String example) {

    public FormField {
        path = List.copyOf(path);
        options = List.copyOf(options);
    }

    /** A question that must be answered, with nothing more to say about it. */
    public static FormField required(FieldKind kind, Text label, String... path) {
        return new FormField(List.of(path), kind, label, false, true, null, List.of(), null, null, null);
    }

    /** Its name within its form. */
    public String key() {
        return path.getLast();
    }

    public FormField optional() {
        return new FormField(path, kind, label, secret, false, proposal, options, help, pattern, example);
    }

    public FormField proposing(@Nullable String answer) {
        return new FormField(path, kind, label, secret, required, answer, options, help, pattern, example);
    }

    public FormField offering(List<FormOption> choice) {
        return new FormField(path, kind, label, secret, required, proposal, choice, help, pattern, example);
    }

    public FormField explained(Text explanation) {
        return new FormField(path, kind, label, secret, required, proposal, options, explanation, pattern, example);
    }

    /** The label of an option; the value itself where it is none of them. */
    public Text labelOf(String value) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .map(FormOption::label)
                .findFirst()
                .orElseGet(() -> Text.literally(value));
    }
}
