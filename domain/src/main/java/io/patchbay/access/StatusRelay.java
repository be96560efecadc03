package io.patchbay.access;

import io.patchbay.shared.CompanyId;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Hands changes on to those who watch on this node. Thread-safe; whoever tells never waits for whoever watches. */
public final class StatusRelay implements StatusChanges {

    private final Map<CompanyId, Set<StatusMailbox>> watches = new ConcurrentHashMap<>();
    private final Executor deliveries;
    private final Duration pause;

    /**
     * Makes a relay that nobody watches yet.
     *
     * @param deliveries runs what watchers do; each delivery may wait
     * @param pause what a watcher is spared between two deliveries, so that a storm of changes costs little
     */
    public StatusRelay(Executor deliveries, Duration pause) {
        this.deliveries = deliveries;
        this.pause = pause;
    }

    @Override
    public Watch watch(CompanyId company, Watcher watcher) {
        var mailbox = new StatusMailbox(watcher, deliveries, pause, gone -> forget(company, gone));
        watches.compute(company, (id, others) -> {
            var all = others == null ? ConcurrentHashMap.<StatusMailbox>newKeySet() : others;
            all.add(mailbox);
            return all;
        });
        mailbox.addGap();
        return mailbox;
    }

    /** Tells the company's watchers of a change. */
    public void tell(StatusChange change) {
        watches.getOrDefault(change.company(), Set.of()).forEach(mailbox -> mailbox.add(change));
    }

    /** Tells all watchers that changes may have been missed. */
    public void tellOfAGap() {
        watches.values().stream().flatMap(Collection::stream).forEach(StatusMailbox::addGap);
    }

    /** How many watch now. */
    public int watchers() {
        return watches.values().stream().mapToInt(Set::size).sum();
    }

    private void forget(CompanyId company, StatusMailbox mailbox) {
        watches.computeIfPresent(company, (id, all) -> {
            all.remove(mailbox);
            return all.isEmpty() ? null : all;
        });
    }
}
