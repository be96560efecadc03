package io.patchbay.token;

import io.patchbay.system.AuthenticationMethod;
import java.util.Locale;

/** What a vendor makes of a refresh token that it sees once more; the definition's setting {@code refreshReuse}. */
enum RefreshReuse {
    /** It stays good for ever. */
    REUSABLE,
    /** It is replaced, and stays good for a while. */
    GRACE,
    /** It is replaced, and whoever shows it again is taken for a thief. What is not said is taken for this. */
    SINGLE_USE;

    static RefreshReuse of(AuthenticationMethod method) {
        return switch (method.settings().getOrDefault("refreshReuse", "").toLowerCase(Locale.ROOT)) {
            case "reusable" -> REUSABLE;
            case "grace" -> GRACE;
            default -> SINGLE_USE;
        };
    }

    /** Whether the same token may be presented again after its answer was lost. */
    boolean allowsAgain() {
        return this != SINGLE_USE;
    }
}
