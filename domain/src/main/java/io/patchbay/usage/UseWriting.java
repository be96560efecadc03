package io.patchbay.usage;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.CheckPace;
import io.patchbay.shared.UseCase;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes down what the uses on this node say. Each statement stands for itself. */
@UseCase(inTransaction = false)
public class UseWriting {

    private static final int FORGOTTEN_AT_ONCE = 5000;

    private final UseLedger ledger;
    private final UseFindings findings;
    private final UsageHours hours;
    private final SystemDefinitions systems;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    public UseWriting(
            UseLedger ledger, UseFindings findings, UsageHours hours, SystemDefinitions systems, Clock clock) {
        this.ledger = ledger;
        this.findings = findings;
        this.hours = hours;
        this.systems = systems;
        this.clock = clock;
    }

    /** Has statuses follow the uses since the last time. Trouble with one keeps no other from being told. */
    public void tellNews() {
        var news = ledger.takeNews().stream().map(this::finding).toList();
        var confirming = news.stream().filter(Finding::confirms).toList();
        var changing = news.stream().filter(it -> !it.confirms()).toList();
        var trouble = Stream.concat(
                        confirming.isEmpty() ? Stream.empty() : findings.confirm(confirming).stream(),
                        changing.stream())
                .flatMap(it -> told(it).stream())
                .toList();
        if (!trouble.isEmpty()) {
            throw trouble.getFirst();
        }
    }

    /**
     * Adds to what is kept how many there were since the last time. What cannot be written is kept for the next time.
     *
     * @return how many uses since the last time are lost, because too much was used at once or waited for too long
     */
    public long writeCounts() {
        var counted = ledger.takeHours(clock.instant());
        try {
            if (!counted.isEmpty()) {
                hours.add(counted);
            }
        } catch (RuntimeException trouble) {
            ledger.giveBack(counted);
            throw trouble;
        }
        return ledger.takeUnnoted();
    }

    /**
     * Forgets what was counted more than so many days ago.
     *
     * @return how many hours; some thousands at once, and 0 when all is done
     */
    public int forgetBefore(int days) {
        return hours.removeBefore(UsageHour.hourOf(clock.instant().minus(Duration.ofDays(days))), FORGOTTEN_AT_ONCE);
    }

    private Optional<RuntimeException> told(Finding finding) {
        try {
            findings.tell(finding);
            return Optional.empty();
        } catch (RuntimeException trouble) {
            return Optional.of(trouble);
        }
    }

    private Finding finding(LatestUses.Told told) {
        var system = systems.find(told.access().system());
        return new Finding(
                told.access(),
                told.newest(),
                told.doubted(),
                system.map(it -> hint(it, Evidence.of(told.newest().ending()))).orElse(null),
                system.flatMap(it -> Optional.ofNullable(it.defaults().checkEvery()))
                        .map(cadence -> new CheckPace(cadence).after(AccessStatus.OPERATIONAL, 1, random))
                        .orElse(null));
    }

    private static @Nullable String hint(SystemDefinition system, Evidence evidence) {
        return evidence instanceof Evidence.Failure(var status, var reason)
                ? system.hints().get(reason.name())
                : null;
    }
}
