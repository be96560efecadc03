package io.patchbay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.patchbay.usage.UseWriting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;

class HistoryUpkeepTests {

    private final List<Integer> rounds = new ArrayList<>();
    private boolean busy;

    @Test
    void keepsTheHistoryForAsLongAsTheOwnerWants() {
        upkeep("7").keep();

        assertThat(rounds).containsExactly(7);
    }

    @Test
    void triesAgainLaterWhereSomebodyHoldsTheTable() {
        var upkeep = upkeep("90");
        busy = true;
        upkeep.keep();
        busy = false;
        upkeep.keep();

        assertThat(rounds).containsExactly(90);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "3651", "99999", "a while", "", "1.5"})
    void refusesWhatIsNoNumberOfDays(String days) {
        assertThatThrownBy(() -> upkeep(days))
                .isInstanceOf(UnusableSettingException.class)
                .hasMessageContainingAll("PATCHBAY_HISTORY_DAYS", '"' + days + '"');
    }

    private HistoryUpkeep upkeep(String days) {
        return new HistoryUpkeep(
                kept -> {
                    if (busy) {
                        throw new CannotAcquireLockException("locked");
                    }
                    rounds.add(kept);
                },
                mock(UseWriting.class),
                days);
    }
}
