package io.patchbay.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.shared.CompanyId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class StatusRelayTests {

    private final Queue<Runnable> deliveries = new ArrayDeque<>();
    private final StatusRelay relay = new StatusRelay(deliveries::add, Duration.ZERO);
    private final CompanyId acme = CompanyId.next();
    private final List<StatusNews> seen = new ArrayList<>();
    private boolean begun;

    @Test
    void tellsTheCompanysWatchersAndNobodyElse() {
        watch();
        var ours = change(acme);

        relay.tell(change(CompanyId.next()));
        relay.tell(ours);
        deliver();

        assertThat(seen).containsExactly(new StatusNews(false, List.of(ours)));
    }

    @Test
    void tellsASlowWatcherOfEachAccessOnce() {
        watch();
        var one = change(acme);
        var other = change(acme);

        relay.tell(one);
        relay.tell(other);
        relay.tell(one);
        deliver();

        assertThat(seen).containsExactly(new StatusNews(false, List.of(one, other)));
    }

    @Test
    void tellsOfWhatChangesWhileAWatcherIsBusy() {
        var late = change(acme);
        watch(news -> {
            seen.add(news);
            if (seen.size() == 1) {
                relay.tell(late);
            }
        });
        var early = change(acme);

        relay.tell(early);
        deliver();

        assertThat(seen).containsExactly(new StatusNews(false, List.of(early)), new StatusNews(false, List.of(late)));
    }

    @Test
    void advisesToReadAgainWhereThereWasTooMuch() {
        watch();

        for (var told = 0; told < StatusMailbox.BOUND + 2; told++) {
            relay.tell(change(acme));
        }
        deliver();

        assertThat(seen).containsExactly(new StatusNews(true, List.of()));
    }

    @Test
    void advisesEverybodyToReadAgainAfterAGap() {
        watch();
        relay.watch(CompanyId.next(), seen::add);
        deliver();
        seen.clear();

        relay.tell(change(acme));
        relay.tellOfAGap();
        deliver();

        assertThat(seen).containsExactly(new StatusNews(true, List.of()), new StatusNews(true, List.of()));
    }

    @Test
    void forgetsWhoeverStopsWatching() {
        var watch = watch();
        relay.tell(change(acme));

        watch.close();
        relay.tell(change(acme));
        deliver();

        assertThat(seen).isEmpty();
        assertThat(relay.watchers()).isZero();
    }

    @Test
    void goesOnAfterAWatchersTrouble() {
        Thread.currentThread().setUncaughtExceptionHandler((thread, trouble) -> {});
        watch(news -> {
            seen.add(news);
            throw new IllegalStateException("no");
        });

        relay.tell(change(acme));
        deliver();
        relay.tell(change(acme));
        deliver();

        assertThat(seen).hasSize(2);
    }

    @Test
    void beginsWithTheAdviceToRead() {
        relay.watch(acme, seen::add);
        deliver();

        assertThat(seen).containsExactly(new StatusNews(true, List.of()));
    }

    private StatusChanges.Watch watch() {
        return watch(seen::add);
    }

    /** After the first advice. */
    private StatusChanges.Watch watch(StatusChanges.Watcher watcher) {
        var watch = relay.watch(acme, news -> {
            if (!begun) {
                begun = true;
            } else {
                watcher.see(news);
            }
        });
        deliver();
        return watch;
    }

    private void deliver() {
        while (!deliveries.isEmpty()) {
            deliveries.remove().run();
        }
    }

    private static StatusChange change(CompanyId company) {
        return new StatusChange(company, AccessId.next(), AccessKind.CONNECTOR);
    }
}
