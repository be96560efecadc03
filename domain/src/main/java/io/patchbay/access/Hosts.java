package io.patchbay.access;

import io.patchbay.credential.CredentialValue;
import io.patchbay.system.SystemDefinition;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Sees to it that a host is not asked by many background checks at once, however many accounts there are at it. Where it is
 * busy, the next check is told when to come again, each a little later than the one before it, so that few come for nothing
 * twice. Knows of its own node only. Thread-safe.
 */
public final class Hosts {

    /** A check takes no longer. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** A host that answers at once may still think that it is enough. */
    private static final Duration SHORTEST = Duration.ofMillis(200);

    private final int atOnce;
    private final LongSupplier nanos;
    private final Map<String, Line> lines = new HashMap<>();

    public Hosts(int atOnce) {
        this(atOnce, System::nanoTime);
    }

    Hosts(int atOnce, LongSupplier nanos) {
        this.atOnce = atOnce;
        this.nanos = nanos;
    }

    private static final class Line {

        private int inside;
        private long took = LONGEST.toNanos();
        private long lastTurn;

        Line(long now) {
            lastTurn = now;
        }
    }

    /** The host that answers for an access, as far as that can be told from what is not secret. */
    static String of(SystemDefinition system, SystemAccess access) {
        var address =
                system.baseUrls().getOrDefault(access.environment(), system.id().slug());
        for (var value : access.credentials().values().entrySet()) {
            if (value.getValue() instanceof CredentialValue.Plain(var plain)) {
                address =
                        address.replace("{" + value.getKey() + "}", plain).replace("{+" + value.getKey() + "}", plain);
            }
        }
        return host(address);
    }

    private static String host(String address) {
        try {
            var host = URI.create(address).getHost();
            return (host == null ? address : host).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }

    /** Empty: go, and {@link #leave} afterwards. Otherwise, come again after that while. */
    synchronized Optional<Duration> enter(String host) {
        var now = nanos.getAsLong();
        var line = lines.computeIfAbsent(host, it -> new Line(now));
        if (line.inside < atOnce) {
            line.inside++;
            return Optional.empty();
        }
        var last = line.lastTurn - now > 0 ? line.lastTurn : now;
        line.lastTurn = last + line.took / atOnce;
        return Optional.of(Duration.ofNanos(line.lastTurn - now));
    }

    /**
     * Makes room for the next.
     *
     * @param took how long the host was asked, which the next will take too
     */
    synchronized void leave(String host, Duration took) {
        var line = lines.get(host);
        if (line == null) {
            throw new IllegalStateException("Nobody entered " + host);
        }
        line.inside--;
        line.took = Math.clamp(took.toNanos(), SHORTEST.toNanos(), LONGEST.toNanos());
        if (line.inside == 0) {
            lines.remove(host);
        }
    }
}
