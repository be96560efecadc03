package io.patchbay.setup;

import io.patchbay.shared.Refusal;
import io.patchbay.shared.RefusalCode;
import java.util.List;

/**
 * A step was asked for before those in front of it had their answers.
 *
 * @param missing the first step without an answer
 */
public record StepNotReachable(SetupStep missing) implements Refusal {

    @Override
    public RefusalCode code() {
        return RefusalCode.STEP_NOT_REACHABLE;
    }

    @Override
    public List<String> field() {
        return List.of();
    }

    @Override
    public String reason() {
        return switch (missing) {
            case GENERAL -> "step.general-missing";
            case TIME_AND_DATE -> "step.time-and-date-missing";
            case AUTHENTICATION -> "step.authentication-missing";
            case CREDENTIALS -> throw new IllegalStateException("Nothing comes after the last step");
        };
    }

    @Override
    public List<Object> arguments() {
        return List.of();
    }
}
