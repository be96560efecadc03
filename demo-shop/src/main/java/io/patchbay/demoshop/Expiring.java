package io.patchbay.demoshop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Predicate;

/** Things under words that nobody guesses, for a while; a bounded number, the oldest go first. Thread-safe. */
final class Expiring<T> {

    static final int MOST = 1000;

    private final Clock clock;
    private final Duration lifetime;
    private final LinkedHashMap<String, Entry<T>> entries = new LinkedHashMap<>();

    private record Entry<T>(T thing, Instant end) {}

    Expiring(Clock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** Gives the new word that it is under. */
    String keep(T thing) {
        var word = Opaque.word();
        keep(word, thing);
        return word;
    }

    synchronized void keep(String word, T thing) {
        forgetExpired();
        if (entries.size() == MOST) {
            entries.pollFirstEntry();
        }
        entries.put(word, new Entry<>(thing, clock.instant().plus(lifetime)));
    }

    synchronized Optional<T> find(String word) {
        forgetExpired();
        return Optional.ofNullable(entries.get(word)).map(Entry::thing);
    }

    /** Gives it once. */
    synchronized Optional<T> take(String word) {
        forgetExpired();
        return Optional.ofNullable(entries.remove(word)).map(Entry::thing);
    }

    synchronized void forget(Predicate<T> which) {
        entries.values().removeIf(entry -> which.test(entry.thing()));
    }

    synchronized int count() {
        forgetExpired();
        return entries.size();
    }

    private void forgetExpired() {
        var now = clock.instant();
        entries.values().removeIf(entry -> !entry.end().isAfter(now));
    }
}
