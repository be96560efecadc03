package io.patchbay.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTests {

    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void holdsForTheWorkOnThisThreadAndNoLonger() {
        assertThat(Deadline.current()).isNull();

        var during = Deadline.within(LONG, Deadline::current);

        assertThat(during.limit()).isEqualTo(LONG);
        assertThat(during.isPassed()).isFalse();
        assertThat(Deadline.current()).isNull();
    }

    @Test
    void endsWithTheWorkAlsoWhereItFails() {
        assertThatThrownBy(() -> Deadline.within(LONG, () -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(Deadline.current()).isNull();
    }

    @Test
    void isTheEarlierOneOfWorkWithinWork() {
        var inner = Deadline.within(Duration.ZERO, () -> Deadline.within(LONG, Deadline::current));
        var outerAgain = Deadline.within(LONG, () -> {
            Deadline.within(Duration.ZERO, () -> "done");
            return Deadline.current();
        });

        assertThat(inner.limit()).isZero();
        assertThat(outerAgain.limit()).isEqualTo(LONG);
    }

    @Test
    void letsNothingBeginAfterwards() {
        var passed = Deadline.within(Duration.ZERO, Deadline::current);

        assertThat(passed.isPassed()).isTrue();
        assertThatThrownBy(passed::requireTimeLeft).isInstanceOf(DeadlinePassed.class);
    }
}
