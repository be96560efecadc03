package io.patchbay.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.credential.SecretId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnowingWhenGrantsEndTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant SOON = NOW.plus(Duration.ofHours(1));
    private static final Instant END = NOW.plus(Duration.ofDays(60));

    @Test
    void anAccessTokenThatNothingRenewsEndsTheGrant() {
        assertThat(Upkeep.NONE.granted(kept(false, SOON, null)).endsAt()).isEqualTo(SOON);
    }

    @Test
    void aRefreshTokenWhoseEndRenewalsMoveEndsItNever() {
        var first = kept(true, SOON, END);
        assertThat(Upkeep.of(first).granted(first).endsAt()).isNull();

        var moved = kept(true, SOON, END.plus(Duration.ofHours(1)));
        assertThat(Upkeep.of(moved).renewed(first, moved).endsAt()).isNull();
    }

    @Test
    void anEndThatRenewalsLeaveWhereItIsStays() {
        var first = kept(true, SOON, END);
        var same = kept(true, SOON.plus(Duration.ofHours(1)), END.plusSeconds(2));

        assertThat(Upkeep.of(same).renewed(first, same).endsAt()).isEqualTo(END.plusSeconds(2));
    }

    @Test
    void whatIsIssuedUnaskedNeverEnds() {
        assertThat(Upkeep.NONE.renewed(null, kept(false, SOON, null)).endsAt()).isNull();
    }

    private static TokenGrant.Kept kept(boolean refreshable, Instant expiresAt, @Nullable Instant refreshExpiresAt) {
        return new TokenGrant.Kept(
                SecretId.next(),
                refreshable ? SecretId.next() : null,
                null,
                List.of(),
                NOW,
                expiresAt,
                refreshExpiresAt,
                null,
                null);
    }
}
