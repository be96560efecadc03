package io.patchbay.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.limit.VendorWord.Left;
import io.patchbay.system.LimitHeaders;
import io.patchbay.system.LimitHeaders.Counts;
import io.patchbay.system.LimitHeaders.ResetForm;
import io.patchbay.system.RateLimit.Unit;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.TestSystems;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendorWordTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "429, 30, PT30S",
        "503, 30, PT30S",
        "429, '  7 ', PT7S",
        "429, 2.0, PT2S",
        "429, 2.2, PT3S",
        "429, 'Sun, 22 Nov 2026 12:01:40 GMT', PT1M40S",
        "429, 0, PT0S",
        "429, 999999999, PT24H",
        "429, 'Sun, 22 Nov 2026 11:00:00 GMT', PT5S",
        "429, soon, PT5S",
        "429, -3, PT5S",
        "429, -99999999999999999999, PT5S",
        "429, 99999999999999999999999, PT5S",
        "429, 1e9, PT5S",
        "429, 'Fri, 31 Dec 9999 23:59:59 GMT', PT24H",
        "429, 'Mon, 22 Nov 2026 12:01:40 GMT', PT5S",
        "429,, PT5S",
        "503,,",
        "503, soon,",
        "403, 30, PT30S",
        "403,,",
        "403, soon,",
        "200, 30,",
        "301, 30,"
    })
    void asksForPatience(int status, @Nullable String retryAfter, @Nullable Duration patience) {
        assertThat(word(TestSystems.LEDGER, status, headers("Retry-After", retryAfter))
                        .patience())
                .isEqualTo(patience);
    }

    @Test
    void measuresAMomentByTheVendorsOwnClock() {
        var headers = headers("Retry-After", "Sun, 22 Nov 2026 13:01:40 GMT");
        headers.put("Date", "Sun, 22 Nov 2026 13:00:00 GMT");

        assertThat(word(TestSystems.LEDGER, 429, headers).patience()).isEqualTo(Duration.ofSeconds(100));
    }

    @ParameterizedTest
    @CsvSource({
        "EPOCH_SECONDS, 1795348860, PT1M",
        "EPOCH_MILLISECONDS, 1795348860500, PT1M0.5S",
        "SECONDS_TO_GO, 41, PT41S",
        "SECONDS_TO_GO, 0.4, PT1S",
        "MILLISECONDS_TO_GO, 1500, PT1.5S",
        "HTTP_DATE, 'Sun, 22 Nov 2026 12:00:09 GMT', PT9S",
        "ISO_8601, 2026-11-22T13:00:09+01:00, PT9S",
        "EPOCH_SECONDS, 12, PT0S",
        "SECONDS_TO_GO, soon, PT1M",
        "SECONDS_TO_GO,, PT1M"
    })
    void knowsWhenThereAreRequestsAgainInWhateverFormItIsSaid(ResetForm form, @Nullable String text, Duration until) {
        var system = system(new LimitHeaders("X-Left", Counts.REMAINING, Unit.MINUTE, "X-Reset", form));
        var headers = headers("X-Left", "17");
        if (text != null) {
            headers.put("X-Reset", text);
        }

        assertThat(word(system, 200, headers))
                .isEqualTo(new VendorWord(null, List.of(new Left(17, Unit.MINUTE, until))));
    }

    /** The bound of a day is for what is about no span that is known. */
    @ParameterizedTest
    @CsvSource({
        "MINUTE, SECONDS_TO_GO, 999999999999999, PT2M",
        "MINUTE, MILLISECONDS_TO_GO, 999999999999999, PT2M",
        "MINUTE, EPOCH_SECONDS, 999999999999999, PT2M",
        "MINUTE, EPOCH_SECONDS, 1795348860500, PT2M",
        "MINUTE, EPOCH_MILLISECONDS, 999999999999999, PT2M",
        "MINUTE, HTTP_DATE, 'Fri, 31 Dec 9999 23:59:59 GMT', PT2M",
        "MINUTE, ISO_8601, +999999999-01-01T00:00:00Z, PT2M",
        "MINUTE, SECONDS_TO_GO, 99999999999999999999999, PT1M",
        "MINUTE, SECONDS_TO_GO, -30, PT1M",
        "MINUTE, EPOCH_MILLISECONDS, 1795348860, PT0S",
        "MINUTE, ISO_8601, -999999999-01-01T00:00:00Z, PT0S",
        "MINUTE, ISO_8601, tomorrow, PT1M",
        "SECOND, SECONDS_TO_GO, 86400, PT2S",
        "HOUR, EPOCH_SECONDS, 1795352400, PT1H",
        "HOUR, EPOCH_SECONDS, 1895352400, PT2H",
        "HOUR, EPOCH_SECONDS, soon,",
        "DAY, SECONDS_TO_GO, 999999999, PT24H",
        ", SECONDS_TO_GO, 999999999, PT24H",
        ", SECONDS_TO_GO, -1,"
    })
    void nonsenseAboutWhenASpanEndsStopsNobodyForLong(
            @Nullable Unit per, ResetForm form, String reset, @Nullable Duration patience) {
        var system = system(new LimitHeaders("X-Left", Counts.REMAINING, per, "X-Reset", form));
        var headers = headers("X-Left", "0");
        headers.put("X-Reset", reset);

        assertThat(word(system, 200, headers).patience()).isEqualTo(patience);
    }

    @Test
    void whoRefusesAndSaysUntilWhenNeedNotSayThatNothingIsLeft() {
        var system =
                system(new LimitHeaders("X-Left", Counts.REMAINING, null, "X-Reset", ResetForm.MILLISECONDS_TO_GO));

        assertThat(word(system, 429, headers("X-Reset", "15000")).patience()).isEqualTo(Duration.ofSeconds(15));
        assertThat(word(system, 429, headers("X-Reset", "soon")).patience()).isEqualTo(Duration.ofSeconds(5));
        assertThat(word(system, 200, headers("X-Reset", "15000"))).isEqualTo(VendorWord.NOTHING);
    }

    @Test
    void isLeftAloneWhenNothingIsLeftWhateverTheStatus() {
        var system = system(new LimitHeaders("X-Left", Counts.REMAINING, null, "X-Reset", ResetForm.SECONDS_TO_GO));
        var headers = headers("X-Left", "0");
        headers.put("X-Reset", "90");

        assertThat(word(system, 200, headers)).isEqualTo(new VendorWord(Duration.ofSeconds(90), List.of()));
    }

    @ParameterizedTest
    @CsvSource({"32/40, 8,", "40/40, 0, PT1S", "41/40, 0, PT1S"})
    void countsWhatWasUsedOfAll(String usage, int left, @Nullable Duration patience) {
        var system =
                system(new LimitHeaders("X-Calls", Counts.USED_OF_ALL, Unit.SECOND, null, ResetForm.SECONDS_TO_GO));

        assertThat(word(system, 200, headers("X-Calls", usage)))
                .isEqualTo(new VendorWord(patience, List.of(new Left(left, Unit.SECOND, Duration.ofSeconds(1)))));
    }

    @ParameterizedTest
    @CsvSource({"many", "-1", "''", "99999999999", "3/4"})
    void believesNothingThatCannotBeRead(String text) {
        var system = system(new LimitHeaders("X-Left", Counts.REMAINING, Unit.MINUTE, null, ResetForm.SECONDS_TO_GO));

        assertThat(word(system, 200, headers("X-Left", text))).isEqualTo(VendorWord.NOTHING);
    }

    @Test
    void waitsForTheLongestWhereSeveralAreUsedUp() {
        var system = system(
                new LimitHeaders("X-Minute", Counts.REMAINING, Unit.MINUTE, null, ResetForm.SECONDS_TO_GO),
                new LimitHeaders("X-Day", Counts.REMAINING, Unit.DAY, "X-Day-Reset", ResetForm.SECONDS_TO_GO));
        var headers = headers("X-Minute", "0");
        headers.put("X-Day", "0");
        headers.put("X-Day-Reset", "7200");
        headers.put("Retry-After", "3");

        assertThat(word(system, 429, headers).patience()).isEqualTo(Duration.ofHours(2));
    }

    private static VendorWord word(SystemDefinition system, int status, Map<String, String> headers) {
        return VendorWord.read(system, status, name -> Optional.ofNullable(headers.get(name)), NOON);
    }

    private static Map<String, String> headers(String name, @Nullable String value) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(value == null ? new HashMap<>() : Map.of(name, value));
        return headers;
    }

    private static SystemDefinition system(LimitHeaders... headers) {
        var it = TestSystems.SHOP;
        return new SystemDefinition(
                it.id(),
                it.name(),
                it.category(),
                it.description(),
                it.helpLink(),
                it.colour(),
                it.iconSvg(),
                it.baseUrls(),
                it.defaults(),
                it.prerequisites(),
                it.authenticationMethods(),
                it.proof(),
                List.of(headers),
                it.proxy(),
                it.hints(),
                it.sources());
    }
}
