package io.patchbay.idempotency;

import java.time.Instant;

/** What was answered to requests, until they can no longer be repeated. Lives in the transaction of what was asked for. */
public interface KeptAnswers {

    /**
     * Takes the key for this request. Waits a few seconds at most where the same key is being used in another transaction.
     *
     * @param until how long it is kept, if this transaction is committed
     * @throws KeyInUse where that other transaction took longer; nothing more can be done in this one
     */
    Claim claim(RepeatableRequest request, Instant now, Instant until);

    /** Keeps the answer under a key that this transaction has taken. */
    void keep(RepeatableRequest request, String answer);

    /** Forgets at most {@code limit} answers whose time is over, and says how many. */
    int removeExpired(Instant now, int limit);

    /** What there was under a key. */
    sealed interface Claim {

        /** Nothing: the key is this request's now. */
        record Free() implements Claim {}

        /** The same request, which was answered with this. */
        record Answered(String answer) implements Claim {}

        /** Another request. */
        record Taken() implements Claim {}
    }
}
