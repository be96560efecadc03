package io.patchbay.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What was refused, for assertions. */
public final class Refused {

    private Refused() {}

    public static Refusal onlyRefusal(Outcome<?> outcome) {
        assertThat(outcome.refusals()).hasSize(1);
        return outcome.refusals().getFirst();
    }

    /** Each refusal as {@code CODE at field.path}. */
    public static List<String> refusals(Outcome<?> outcome) {
        return outcome.refusals().stream()
                .map(refusal -> refusal.code() + " at " + String.join(".", refusal.field()))
                .toList();
    }
}
