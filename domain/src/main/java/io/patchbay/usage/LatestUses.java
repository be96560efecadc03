package io.patchbay.usage;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.Use;
import io.patchbay.credential.CredentialsId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one node remembers of the uses of one access, so that it tells only what is news. Not thread-safe. */
final class LatestUses {

    /** So often it is told that all is still well. */
    private static final Duration PROOFS = Duration.ofMinutes(1);

    /** So often it is told that something is not, or no longer is. */
    private static final Duration DOUBTS = Duration.ofSeconds(10);

    private final CredentialsId credentials;

    private @Nullable Instant proofTold;
    private @Nullable Instant doubtTold;
    private @Nullable Instant lifeTold;

    private @Nullable SystemAccess access;
    private @Nullable Use newest;
    private boolean doubted;

    LatestUses(CredentialsId credentials) {
        this.credentials = credentials;
    }

    boolean areOf(SystemAccess used) {
        return used.credentials().id().equals(credentials);
    }

    void add(SystemAccess used, Use use) {
        var evidence = Evidence.of(use.ending());
        if (newest == null && !isNews(evidence, used, use.at())) {
            return;
        }
        doubted |= isDoubt(evidence);
        if (newest == null || !use.at().isBefore(newest.at())) {
            access = used;
            newest = use;
        }
    }

    /** What is to be told, once. */
    Optional<Told> take() {
        if (access == null || newest == null) {
            return Optional.empty();
        }
        var told = new Told(access, newest, doubted);
        remember(newest);
        access = null;
        newest = null;
        doubted = false;
        return Optional.of(told);
    }

    /** What came of the newest use, and whether an earlier one failed. */
    record Told(SystemAccess access, Use newest, boolean doubted) {}

    private boolean isNews(Evidence evidence, SystemAccess used, Instant at) {
        return switch (evidence) {
            case Evidence.Proof _ -> isOver(proofTold, PROOFS, at) || isAfter(doubtTold, proofTold);
            case Evidence.Failure _, Evidence.Trouble _ -> isOver(doubtTold, DOUBTS, at);
            case Evidence.Life _ ->
                isOver(lifeTold, DOUBTS, at)
                        && (used.status() == AccessStatus.SYSTEM_UNREACHABLE || isAfter(doubtTold, proofTold));
        };
    }

    private void remember(Use told) {
        switch (Evidence.of(told.ending())) {
            case Evidence.Proof _ -> proofTold = told.at();
            case Evidence.Failure _, Evidence.Trouble _ -> doubtTold = told.at();
            case Evidence.Life _ -> lifeTold = told.at();
        }
    }

    private static boolean isDoubt(Evidence evidence) {
        return evidence instanceof Evidence.Failure || evidence instanceof Evidence.Trouble;
    }

    private static boolean isOver(@Nullable Instant told, Duration distance, Instant at) {
        return told == null || Duration.between(told, at).abs().compareTo(distance) >= 0;
    }

    private static boolean isAfter(@Nullable Instant one, @Nullable Instant other) {
        return one != null && (other == null || one.isAfter(other));
    }
}
