package io.patchbay.identity;

import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Name;
import io.patchbay.shared.Order;
import io.patchbay.shared.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Lets a program act for a company. The token itself is shown once, when it is made, and never stored.
 *
 * @param expiresAt from then on it opens nothing; null: never
 * @param lastUsedAt to the minute; null: not yet used
 * @param revokedAt from then on it opens nothing; null: not revoked
 */
public record ApiToken(
        ApiTokenId id,
        CompanyId companyId,
        Name name,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    /** What a token is good for. */
    public enum State {
        /** It opens what its company has. */
        ACTIVE,
        /** Its time is over. */
        EXPIRED,
        /** Somebody revoked it, whether or not its time is over too. */
        REVOKED
    }

    /** What it is good for at this moment. */
    public State stateAt(Instant now) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return expiresAt == null || now.isBefore(expiresAt) ? State.ACTIVE : State.EXPIRED;
    }

    /** Whether it opens anything at this moment. */
    public boolean opensAt(Instant now) {
        return stateAt(now) == State.ACTIVE;
    }

    /** Where it stands in a list of API tokens, which go by birth or name. */
    public Page.Place place(Order order) {
        return new Page.Place(
                id.value(),
                switch (order.by()) {
                    case BIRTH -> "";
                    case NAME -> name.value();
                    case CHANGE, STATUS, URGENCY, END ->
                        throw new IllegalArgumentException("No order of API tokens: " + order.by());
                });
    }
}
