package io.patchbay.identity.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.identity.ApiToken;
import io.patchbay.identity.ApiTokenId;
import io.patchbay.identity.TokenHash;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Name;
import io.patchbay.shared.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentTokensTests {

    private static final TokenHash HASH = TokenHash.of(new Secret("pb_shop"));

    private final AtomicLong nanos = new AtomicLong();
    private final RecentTokens recent = new RecentTokens(Caffeine.newBuilder().ticker(nanos::get));
    private final ApiToken token = new ApiToken(
            ApiTokenId.next(), new CompanyId(UUID.randomUUID()), new Name("Shop"), Instant.EPOCH, null, null, null);
    private int looked;

    @Test
    void looksOnceASecond() {
        find();
        pass(Duration.ofMillis(999));
        find();
        assertThat(looked).isEqualTo(1);

        pass(Duration.ofMillis(1));
        find();
        assertThat(looked).isEqualTo(2);
    }

    @Test
    void useDoesNotKeepATokenLonger() {
        find();
        pass(Duration.ofMillis(600));
        find();
        pass(Duration.ofMillis(600));
        find();

        assertThat(looked).isEqualTo(2);
    }

    @Test
    void looksAgainAtOnceForATokenThatWasChangedHere() {
        find();
        recent.forget(ApiTokenId.next());
        find();
        assertThat(looked).isEqualTo(1);

        recent.forget(token.id());
        find();
        assertThat(looked).isEqualTo(2);
    }

    @Test
    void looksEachTimeForATokenThatDoesNotExist() {
        for (var time = 1; time <= 3; time++) {
            assertThat(recent.find(HASH, hash -> {
                        looked++;
                        return Optional.empty();
                    }))
                    .isEmpty();
        }

        assertThat(looked).isEqualTo(3);
    }

    private void find() {
        assertThat(recent.find(HASH, hash -> {
                    looked++;
                    return Optional.of(token);
                }))
                .contains(token);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
