package io.patchbay.usage.ui;

import io.patchbay.ui.Moments;
import io.patchbay.usage.Calls;
import io.patchbay.usage.Usage;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How something was used, in words.
 *
 * @param texts where sentences come from
 * @param zone the reader's
 */
record UsageWords(Texts texts, Locale locale, ZoneId zone) {

    private static final Duration LONG = Duration.ofSeconds(10);

    /** Gives a text of this key. */
    @FunctionalInterface
    interface Texts {

        String get(String key, Object... arguments);
    }

    String number(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    /** How many, which share that is, and what kinds. */
    List<String> errors(Calls calls) {
        var lines = new ArrayList<String>();
        lines.add(
                calls.errors() == 0
                        ? number(0)
                        : texts.get("usage.errors.share", number(calls.errors()), share(calls.errors(), calls.all())));
        addIfAny(lines, "usage.errors.unanswered", calls.unanswered());
        addIfAny(lines, "usage.errors.client", calls.clientErrors());
        addIfAny(lines, "usage.errors.server", calls.serverErrors());
        return lines;
    }

    /** In milliseconds, where it is long in seconds; a tenth is told only of what is small. */
    String duration(Duration duration) {
        return duration.compareTo(LONG) < 0
                ? texts.get("usage.ms", rounded(duration.toNanos() / 1e6))
                : texts.get("usage.s", rounded(duration.toNanos() / 1e9));
    }

    /** Everything that the picture tells, for whoever does not see it. */
    String byHour(Usage usage) {
        var calls = usage.whole().calls();
        var busiest = usage.hours().stream()
                .max(Comparator.comparing(hour -> hour.calls().all()))
                .orElse(usage.whole());
        var quiet =
                usage.hours().stream().filter(hour -> hour.calls().all() == 0).count();
        return texts.get(
                "usage.picture",
                calls.all(),
                calls.errors(),
                texts.get(
                        "usage.busiest", moment(busiest.from()), busiest.calls().all()),
                quiet);
    }

    /** One hour. */
    String hour(Usage.Span hour) {
        return texts.get(
                "usage.hour",
                moment(hour.from()),
                hour.calls().all(),
                hour.calls().errors());
    }

    String moment(Instant moment) {
        return Moments.time(moment, zone, locale);
    }

    private void addIfAny(List<String> lines, String key, long count) {
        if (count > 0) {
            lines.add(texts.get(key, count));
        }
    }

    /** Never rounded down to nothing, nor up to all of it. */
    private String share(long some, long all) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        var share = (double) some / all;
        if (share < 0.001) {
            return texts.get("usage.less-than", format.format(0.001));
        }
        format.setRoundingMode(RoundingMode.DOWN);
        return format.format(share);
    }

    private String rounded(double value) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(value < 100 ? 1 : 0);
        return format.format(value);
    }
}
