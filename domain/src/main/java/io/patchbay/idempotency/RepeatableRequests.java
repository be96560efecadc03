package io.patchbay.idempotency;

import io.patchbay.identity.CurrentViewer;
import io.patchbay.identity.Viewer;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Does what a request asks for once, however often it is sent within a day (decision 0016). What is done and the answer that is
 * kept are one transaction, so there are both or neither. Only answers to what was done are kept: where a rule said no, nothing
 * was changed, and the same request may be answered otherwise another time.
 */
@UseCase
public class RepeatableRequests {

    /** How long a request can be repeated. */
    public static final Duration KEPT_FOR = Duration.ofHours(24);

    private static final int AT_ONCE = 1_000;

    private final KeptAnswers answers;
    private final CurrentViewer currentViewer;
    private final Clock clock;

    public RepeatableRequests(KeptAnswers answers, CurrentViewer currentViewer, Clock clock) {
        this.answers = answers;
        this.currentViewer = currentViewer;
        this.clock = clock;
    }

    /** How a request was answered. */
    public sealed interface Reply {

        /** It was done just now. */
        record Done() implements Reply {}

        /** It was done before, and answered with this. */
        record Repeated(String answer) implements Reply {}

        /** Nothing was done: the key belongs to another request. */
        record OtherRequest() implements Reply {}
    }

    /**
     * Does it, unless it was done before.
     *
     * @param fingerprint of the whole request
     * @param work what is asked for; its outcome is the answer to keep, without any secret
     * @throws KeyInUse where the same request is being answered elsewhere, and that takes long
     */
    public Outcome<Reply> once(
            IdempotencyKey key, String operation, String fingerprint, Supplier<Outcome<String>> work) {
        var viewer = currentViewer.viewer();
        var request = new RepeatableRequest(viewer.companyId(), sender(viewer), operation, key, fingerprint);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return switch (answers.claim(request, now, now.plus(KEPT_FOR))) {
            case KeptAnswers.Claim.Free() ->
                work.get().map(answer -> {
                    answers.keep(request, answer);
                    return new Reply.Done();
                });
            case KeptAnswers.Claim.Answered(var answer) -> Outcome.done(new Reply.Repeated(answer));
            case KeptAnswers.Claim.Taken() -> Outcome.done(new Reply.OtherRequest());
        };
    }

    /** Forgets some of the answers whose time is over, and says how many. */
    public int forgetExpired() {
        return answers.removeExpired(clock.instant(), AT_ONCE);
    }

    private static UUID sender(Viewer viewer) {
        return switch (viewer) {
            case Viewer.SignedIn(var person) -> person.id().value();
            case Viewer.Program(var token) -> token.id().value();
        };
    }
}
