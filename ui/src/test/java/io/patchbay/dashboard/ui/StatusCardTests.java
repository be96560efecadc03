package io.patchbay.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.access.AccessStatus;
import io.patchbay.shared.Count;
import io.patchbay.ui.Counts;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusCardTests {

    @Test
    void writesACountInTheReadersLanguage() {
        assertThat(Counts.written(new Count(1234, true), Locale.ENGLISH)).isEqualTo("1,234");
        assertThat(Counts.written(new Count(1234, true), Locale.GERMAN)).isEqualTo("1.234");
    }

    @Test
    void saysThatThereAreMoreThanWereCounted() {
        assertThat(Counts.written(Count.of(10_001), Locale.ENGLISH)).isEqualTo("10,000+");
    }

    @Test
    void addsUpExactCounts() {
        var counts = Map.of(AccessStatus.OPERATIONAL, Count.of(3), AccessStatus.NOT_CHECKED, Count.of(4));

        assertThat(StatusCard.total(counts)).isEqualTo(new Count(7, true));
    }

    @Test
    void isNoMorePreciseInAllThanInItsParts() {
        var counts = Map.of(AccessStatus.OPERATIONAL, Count.of(10_001), AccessStatus.NOT_CHECKED, Count.of(4));

        assertThat(StatusCard.total(counts)).isEqualTo(new Count(Count.BOUND, false));
    }
}
