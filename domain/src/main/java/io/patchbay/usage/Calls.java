package io.patchbay.usage;

import io.patchbay.access.Use;

/**
 * How many uses there were.
 *
 * @param unanswered the system was not reached, or nothing could be sent
 * @param clientErrors answered with 400 to 499
 * @param serverErrors answered with 500 and above
 */
public record Calls(long all, long unanswered, long clientErrors, long serverErrors) {

    public static final Calls NONE = new Calls(0, 0, 0, 0);

    private static final Calls GOOD = new Calls(1, 0, 0, 0);
    private static final Calls UNANSWERED = new Calls(1, 1, 0, 0);
    private static final Calls CLIENT_ERROR = new Calls(1, 0, 1, 0);
    private static final Calls SERVER_ERROR = new Calls(1, 0, 0, 1);

    /** One use that ended like that. */
    static Calls of(Use.Ending ending) {
        return switch (ending) {
            case Use.Failed _ -> UNANSWERED;
            case Use.Answered(var status) when status >= 500 -> SERVER_ERROR;
            case Use.Answered(var status) when status >= 400 -> CLIENT_ERROR;
            case Use.Answered _ -> GOOD;
        };
    }

    /** All that did not do what was asked. */
    public long errors() {
        return unanswered + clientErrors + serverErrors;
    }

    Calls plus(Calls others) {
        return new Calls(
                all + others.all,
                unanswered + others.unanswered,
                clientErrors + others.clientErrors,
                serverErrors + others.serverErrors);
    }
}
