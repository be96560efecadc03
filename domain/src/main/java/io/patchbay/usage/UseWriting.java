package io.patchbay.usage;

import io.patchbay.access.AccessStatus;
import io.patchbay.access.CheckPace;
import io.patchbay.shared.UseCase;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Writes down what the uses on this node say. Each statement stands for itself. */
@UseCase(inTransaction = false)
public class UseWriting {

    private final UseLedger ledger;
    private final UseFindings findings;
    private final SystemDefinitions systems;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    public UseWriting(UseLedger ledger, UseFindings findings, SystemDefinitions systems, Clock clock) {
        this.ledger = ledger;
        this.findings = findings;
        this.systems = systems;
        this.clock = clock;
    }

    /** Has statuses follow the uses since the last time. */
    public void tellNews() {
        var news = ledger.takeNews(clock.instant()).stream().map(this::finding).toList();
        var confirming = news.stream().filter(Finding::confirms).toList();
        if (!confirming.isEmpty()) {
            findings.confirm(confirming).forEach(findings::tell);
        }
        news.stream().filter(it -> !it.confirms()).forEach(findings::tell);
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
