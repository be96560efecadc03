package io.patchbay.token;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long before its end a token is renewed: a tenth of its life, and 5 minutes at most. */
final class ExpiryMargin {

    private static final Duration MOST = Duration.ofMinutes(5);
    private static final int PART = 10;

    private ExpiryMargin() {}

    /** Null where the token does not end, as far as anybody said. */
    static @Nullable Instant renewAt(IssuedTokens issued) {
        var end = issued.expiresAt();
        if (end == null) {
            return null;
        }
        var part = Duration.between(issued.issuedAt(), end).dividedBy(PART);
        return end.minus(part.compareTo(MOST) < 0 ? part : MOST);
    }
}
