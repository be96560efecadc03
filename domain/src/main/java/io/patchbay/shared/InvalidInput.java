package io.patchbay.shared;

import java.util.List;

/** A refusal that needs nothing more than its code, field and sentence. */
public record InvalidInput(RefusalCode code, List<String> field, String reason, List<Object> arguments)
        implements Refusal {

    public InvalidInput {
        field = List.copyOf(field);
        arguments = List.copyOf(arguments);
    }

    /** A refusal about one field of the input. */
    public static InvalidInput of(RefusalCode code, String field, String reason, Object... arguments) {
        return new InvalidInput(code, List.of(field), reason, List.of(arguments));
    }

    /** A refusal about the input as a whole. */
    public static InvalidInput overall(RefusalCode code, String reason, Object... arguments) {
        return new InvalidInput(code, List.of(), reason, List.of(arguments));
    }
}
