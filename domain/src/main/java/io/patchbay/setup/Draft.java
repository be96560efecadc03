package io.patchbay.setup;

import io.patchbay.credential.Credentials;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Order;
import io.patchbay.shared.Page;
import io.patchbay.system.SystemId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An unfinished wizard. Belongs to whoever started it, takes no place, and knows which credentials are set, never
 * their secrets.
 *
 * @param credentials the chosen method and what is set for it; null before the third step was answered
 * @param touchedAt the last answer; {@link #LIFETIME} later the draft is gone
 */
public record Draft(
        DraftId id,
        int version,
        CompanyId companyId,
        DraftOwner owner,
        SetupKind kind,
        SystemId system,
        @Nullable General general,
        @Nullable TimeAndDate timeAndDate,
        @Nullable Credentials credentials,
        Instant startedAt,
        Instant touchedAt) {

    /** How long an untouched draft is kept. */
    public static final Duration LIFETIME = Duration.ofDays(30);

    /** An empty wizard. */
    public static Draft started(CompanyId company, DraftOwner owner, SetupKind kind, SystemId system, Instant now) {
        return new Draft(DraftId.next(), 0, company, owner, kind, system, null, null, null, now, now);
    }

    /** Whether the step has its answer. Credentials are only complete once the connector is created. */
    public boolean answered(SetupStep step) {
        return switch (step) {
            case GENERAL -> general != null;
            case TIME_AND_DATE -> timeAndDate != null;
            case AUTHENTICATION -> credentials != null;
            case CREDENTIALS -> false;
        };
    }

    /** The first step without an answer. */
    public SetupStep nextStep() {
        for (var step : SetupStep.values()) {
            if (!answered(step)) {
                return step;
            }
        }
        throw new IllegalStateException("The last step is never answered");
    }

    /** Whether every step before this one has its answer. */
    public boolean reachable(SetupStep step) {
        return step.compareTo(nextStep()) <= 0;
    }

    public boolean expiredAt(Instant now) {
        return !now.isBefore(touchedAt.plus(LIFETIME));
    }

    /** Where it stands in a list that goes by birth or by change. */
    public Page.Place place(Order order) {
        return new Page.Place(
                id.value(),
                switch (order.by()) {
                    case BIRTH -> "";
                    case CHANGE -> touchedAt.toString();
                    case NAME, STATUS, URGENCY, END ->
                        throw new IllegalArgumentException("Drafts have no order by " + order.by());
                });
    }

    Draft answeredWith(General answer, Instant now) {
        return new Draft(id, version, companyId, owner, kind, system, answer, timeAndDate, credentials, startedAt, now);
    }

    Draft answeredWith(TimeAndDate answer, Instant now) {
        return new Draft(id, version, companyId, owner, kind, system, general, answer, credentials, startedAt, now);
    }

    Draft answeredWith(Credentials answer, Instant now) {
        return new Draft(id, version, companyId, owner, kind, system, general, timeAndDate, answer, startedAt, now);
    }
}
