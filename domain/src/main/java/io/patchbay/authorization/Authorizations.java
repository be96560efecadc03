package io.patchbay.authorization;

import io.patchbay.shared.CompanyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The attempts to connect by redirect. Every step is made once: where somebody was faster, it is not made. */
public interface Authorizations {

    void add(Authorization authorization);

    Optional<Authorization> find(CompanyId company, AuthorizationId id);

    Optional<Authorization> withKey(WordHash key);

    Optional<Authorization> withState(WordHash state);

    /** False where somebody was forwarded already. */
    boolean depart(Authorization authorization, Authorization.Departure departure, Instant expiresAt);

    /** False where somebody came back already. */
    boolean use(Authorization authorization, Instant now);

    void arrive(Authorization authorization, Authorization.Arrival arrival);

    /** At most {@code limit} that ended before a moment, kept from others until this transaction ends. */
    List<Authorization> endedBefore(Instant moment, int limit);

    void remove(Authorization authorization);
}
