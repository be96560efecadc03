package io.patchbay.access;

import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The zone that a system's clock shows: an IANA region such as {@code Europe/Berlin}, or UTC; never a mere offset. */
public record TimeZone(ZoneId id) {

    // The areas of the IANA time zone database. "Etc" and the old abbreviations are offsets in disguise: they know no
    // law.
    private static final Set<String> AREAS = Set.of(
            "Africa",
            "America",
            "Antarctica",
            "Arctic",
            "Asia",
            "Atlantic",
            "Australia",
            "Europe",
            "Indian",
            "Pacific");

    // Kept, because the JDK copies its set of all names for everybody who asks, and every row of a list asks.
    private static final Set<String> REGIONS =
            ZoneId.getAvailableZoneIds().stream().filter(TimeZone::inAnArea).collect(Collectors.toUnmodifiableSet());

    public static final TimeZone UTC = new TimeZone(ZoneId.of("UTC"));

    public TimeZone {
        if (!known(id.getId())) {
            throw new IllegalArgumentException("Not an IANA region: " + id);
        }
    }

    /** A change of the zone's offset: forward makes a gap, back makes an overlap. */
    public record Change(Instant at, Duration by) {

        /** Whether clocks go forward, so that local times between are skipped; otherwise they occur twice. */
        public boolean isGap() {
            return by.isPositive();
        }
    }

    /** Reads a zone's name; upper and lower case are told apart. */
    public static Outcome<TimeZone> parse(@Nullable String text, String field) {
        var name = text == null ? "" : text.strip();
        return known(name)
                ? Outcome.done(new TimeZone(ZoneId.of(name)))
                : Outcome.refused(InvalidInput.of(RefusalCode.INVALID_TIME_ZONE, field, "time-zone.unknown"));
    }

    /** Every zone there is, by name, UTC first. */
    public static List<TimeZone> all() {
        return Stream.concat(Stream.of("UTC"), REGIONS.stream().sorted())
                .map(name -> new TimeZone(ZoneId.of(name)))
                .toList();
    }

    /** The next change of its clocks after a moment; empty where none is planned. */
    public Optional<Change> nextChange(Instant after) {
        return Optional.ofNullable(id.getRules().nextTransition(after))
                .map(transition -> new Change(transition.getInstant(), transition.getDuration()));
    }

    private static boolean known(String name) {
        return name.equals("UTC") || REGIONS.contains(name);
    }

    private static boolean inAnArea(String name) {
        var slash = name.indexOf('/');
        return slash > 0 && AREAS.contains(name.substring(0, slash));
    }

    @Override
    public String toString() {
        return id.getId();
    }
}
