package io.patchbay.attention;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessKind;
import io.patchbay.access.HasAccess;
import io.patchbay.connector.Connectors;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.instance.Instances;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Count;
import io.patchbay.shared.Page;
import io.patchbay.shared.UseCase;
import io.patchbay.system.SystemDefinitions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Everything of the viewer's company that does not work as it should, with what to do about it. */
@UseCase
public class Attention {

    /** So long something may be untried before that is worth a word. */
    static final Duration UNTRIED_FOR = Duration.ofDays(1);

    private final Concerns concerns;
    private final Subjects subjects;
    private final SystemDefinitions systems;
    private final CurrentViewer currentViewer;
    private final Clock clock;

    public Attention(
            Concerns concerns,
            Connectors connectors,
            Instances instances,
            SystemDefinitions systems,
            CurrentViewer currentViewer,
            Clock clock) {
        this.concerns = concerns;
        this.subjects = new Subjects(connectors, instances);
        this.systems = systems;
        this.currentViewer = currentViewer;
        this.clock = clock;
    }

    /** A part of it; in three statements, however many there are. */
    public Page<Concern> page(ConcernSearch search, Page.Request request) {
        var noted = concerns.page(company(), search, untriedBefore(), request);
        var found = subjects.find(
                company(), ids(noted.items(), AccessKind.CONNECTOR), ids(noted.items(), AccessKind.INSTANCE));
        // What was removed since it was noted is no concern any more.
        return new Page<>(
                noted.items().stream()
                        .filter(it -> found.containsKey(it.id()))
                        .map(it -> concern(it, Objects.requireNonNull(found.get(it.id()))))
                        .toList(),
                noted.hasNext(),
                noted.hasPrevious());
    }

    /** How many there are. */
    public Count count(ConcernSearch search) {
        return concerns.count(company(), search, untriedBefore());
    }

    private Concern concern(Concerns.Noted noted, HasAccess subject) {
        return new Concern(
                noted.kind(), subject, noted.severity(), noted.since(), Remedy.of(subject.access(), systems));
    }

    private static List<AccessId> ids(List<Concerns.Noted> noted, AccessKind kind) {
        return noted.stream()
                .filter(it -> it.kind() == kind)
                .map(Concerns.Noted::id)
                .toList();
    }

    private Instant untriedBefore() {
        return clock.instant().minus(UNTRIED_FOR);
    }

    private CompanyId company() {
        return currentViewer.viewer().companyId();
    }
}
