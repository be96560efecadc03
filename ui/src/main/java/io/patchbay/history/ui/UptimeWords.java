package io.patchbay.history.ui;

import io.patchbay.history.Uptime;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;

/**
 * An uptime in words.
 *
 * @param texts where sentences come from
 */
record UptimeWords(Texts texts, Locale locale) {

    /** Less than that is no news. */
    private static final Duration NOTEWORTHY = Duration.ofMinutes(1);

    /** Gives a text of this key. */
    @FunctionalInterface
    interface Texts {

        String get(String key, Object... arguments);
    }

    /** Never rounded up: what is shown as 100 % was never down. */
    String share(Uptime uptime) {
        var share = uptime.share();
        if (share == null) {
            return texts.get("history.share.unknown");
        }
        var format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(2);
        format.setRoundingMode(RoundingMode.FLOOR);
        return format.format(share);
    }

    /** Everything, for whoever sees no picture. */
    String sentence(Uptime uptime, String span, String whenOfOutage) {
        if (uptime.known().isZero()) {
            return texts.get("history.sentence.unknown", span);
        }
        var key = isKnown(uptime) ? "history.sentence" : "history.sentence.of-known";
        return texts.get(key, share(uptime), span, note(uptime, whenOfOutage));
    }

    /** What there is to say beside the share. */
    String note(Uptime uptime, String whenOfOutage) {
        if (uptime.known().isZero()) {
            return texts.get("history.note.nothing");
        }
        var parts = new ArrayList<String>();
        var longest = uptime.longest();
        parts.add(
                longest == null
                        ? texts.get("history.note.no-outage")
                        : texts.get("history.note.outages", uptime.outages(), duration(longest.took()), whenOfOutage));
        if (!isKnown(uptime)) {
            parts.add(texts.get("history.note.unknown", duration(uptime.unknown())));
        }
        return String.join("; ", parts);
    }

    /** One bar, which begins then. */
    String bar(Uptime bar, String from) {
        if (bar.known().isZero()) {
            return texts.get("history.bar.unknown", from);
        }
        return bar.down().isZero()
                ? texts.get("history.bar.up", from, share(bar))
                : texts.get("history.bar", from, share(bar), duration(bar.down()));
    }

    /** In the two largest units that it fills. */
    String duration(Duration duration) {
        if (duration.toDays() > 0) {
            return texts.get("history.duration.days", duration.toDays(), duration.toHoursPart());
        }
        if (duration.toHours() > 0) {
            return texts.get("history.duration.hours", duration.toHours(), duration.toMinutesPart());
        }
        return texts.get(
                duration.toMinutes() > 0 ? "history.duration.minutes" : "history.duration.seconds",
                duration.toMinutes());
    }

    private static boolean isKnown(Uptime uptime) {
        return uptime.unknown().compareTo(NOTEWORTHY) < 0;
    }
}
