package io.patchbay.idempotency;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Kept answers in memory; a key whose answer was never kept is free, as after a transaction that was rolled back. */
public class InMemoryKeptAnswers implements KeptAnswers {

    private record Kept(String fingerprint, @Nullable String answer, Instant until) {}

    private final Map<List<Object>, Kept> kept = new HashMap<>();

    @Override
    public Claim claim(RepeatableRequest request, Instant now, Instant until) {
        var before = kept.get(name(request));
        if (before == null || before.answer() == null || !before.until().isAfter(now)) {
            kept.put(name(request), new Kept(request.fingerprint(), null, until));
            return new Claim.Free();
        }
        return before.fingerprint().equals(request.fingerprint())
                ? new Claim.Answered(before.answer())
                : new Claim.Taken();
    }

    @Override
    public void keep(RepeatableRequest request, String answer) {
        kept.computeIfPresent(
                name(request), (name, claimed) -> new Kept(claimed.fingerprint(), answer, claimed.until()));
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        var before = kept.size();
        kept.values().removeIf(it -> !it.until().isAfter(now));
        return before - kept.size();
    }

    private static List<Object> name(RepeatableRequest request) {
        return List.of(request.company(), request.sender(), request.operation(), request.key());
    }
}
