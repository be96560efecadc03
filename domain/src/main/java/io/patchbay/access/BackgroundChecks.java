package io.patchbay.access;

import io.patchbay.access.AccessChecking.Asked;
import io.patchbay.credential.CredentialsId;
import io.patchbay.limit.Turn;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.UseCase;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Checks that nobody asks for, so that every status is true. */
@UseCase(inTransaction = false)
public class BackgroundChecks {

    /** So often it is looked after what cannot be checked now, such as that of a system that is checked on demand only. */
    private static final Duration IDLE = Duration.ofHours(24);

    private final Accesses accesses;
    private final SystemDefinitions systems;
    private final AccessChecking checking;
    private final Hosts hosts;
    private final RandomGenerator random = RandomGenerator.getDefault();

    public BackgroundChecks(Accesses accesses, SystemDefinitions systems, AccessChecking checking, Hosts hosts) {
        this.accesses = accesses;
        this.systems = systems;
        this.checking = checking;
        this.hosts = hosts;
    }

    /**
     * What came of the checks before.
     *
     * @param times how often in a row
     */
    public record Streak(AccessStatus status, int times) {

        Streak then(AccessStatus next) {
            return next == status ? new Streak(status, times + 1) : new Streak(next, 1);
        }
    }

    /** When to check again. */
    public record Next(Duration in, @Nullable Streak streak) {}

    /**
     * Checks a connector or an instance, and keeps the result.
     *
     * @param before null: it is the first check of these credentials
     * @return empty where there is no such thing any more
     */
    public Optional<Next> check(CompanyId company, AccessId id, @Nullable Streak before) {
        return accesses.find(company, id).flatMap(access -> check(access, before));
    }

    private Optional<Next> check(SystemAccess access, @Nullable Streak before) {
        var system = systems.find(access.system());
        var cadence = system.flatMap(it -> Optional.ofNullable(it.defaults().checkEvery()));
        return cadence.isPresent()
                ? inTurn(system.orElseThrow(), cadence.orElseThrow(), access, before)
                : Optional.of(new Next(IDLE, before));
    }

    private Optional<Next> inTurn(
            SystemDefinition system, Duration cadence, SystemAccess access, @Nullable Streak before) {
        var host = Hosts.of(system, access);
        var later = hosts.enter(host);
        if (later.isPresent()) {
            return later.map(wait -> new Next(shorter(wait, cadence), before));
        }
        var start = System.nanoTime();
        try {
            return switch (checking.checkUnasked(access)) {
                case Asked.Answered answered -> next(new CheckPace(cadence), access, answered, before);
                case Asked.NotNow(var refused) -> Optional.of(new Next(putOff(refused), before));
                case Asked.NotAvailable none -> Optional.of(new Next(IDLE, before));
            };
        } finally {
            hosts.leave(host, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /** Only what could not be kept is looked at again: as a rule, that nothing has changed costs nothing to know. */
    private Optional<Next> next(CheckPace pace, SystemAccess access, Asked.Answered answered, @Nullable Streak before) {
        var next = next(pace, answered.result(), before);
        return answered.kept()
                ? Optional.of(next)
                : accesses.find(access.companyId(), access.id())
                        .map(now ->
                                credentials(now).equals(credentials(access)) ? next : new Next(Duration.ZERO, null));
    }

    private Next next(CheckPace pace, Check result, @Nullable Streak before) {
        var status = result.status();
        var streak = before == null ? new Streak(status, 1) : before.then(status);
        var distance = pace.after(status, streak.times(), random);
        return new Next(
                asked(result).filter(wait -> wait.compareTo(distance) > 0).orElse(distance), streak);
    }

    /** A little later than need be, each by something else: many may have been put off to the same moment. */
    private Duration putOff(Turn.Refused refused) {
        var time = Duration.ofSeconds(refused.seconds());
        return shorter(time.plusMillis(random.nextLong(time.toMillis() / 10 + 1_000)), IDLE);
    }

    /** How long the system asked to be left alone, which is obeyed for a day at most. */
    private static Optional<Duration> asked(Check result) {
        return Optional.ofNullable(result.retryAfter()).map(wait -> shorter(wait, CheckPace.LONGEST_PATIENCE));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static CredentialsId credentials(SystemAccess access) {
        return access.credentials().id();
    }
}
