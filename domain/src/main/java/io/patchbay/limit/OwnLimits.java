package io.patchbay.limit;

import io.patchbay.system.RateLimit;
import java.util.Optional;

/** What instances were limited to, by the credentials that they use. */
public interface OwnLimits {

    /** Empty where there is no limit of its own. */
    Optional<RateLimit> of(LimitKey key);
}
