package io.patchbay.token;

import io.patchbay.credential.CredentialsId;
import io.patchbay.shared.CompanyId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Grants in memory, for several threads and nodes. */
public class InMemoryTokenGrants implements TokenGrants {

    private record Row(
            TokenGrant grant,
            @Nullable UUID owner,
            @Nullable Instant until,
            boolean sent,
            Upkeep upkeep,
            Instant claimedUntil) {

        Row with(TokenGrant changed) {
            return new Row(changed, owner, until, sent, upkeep, claimedUntil);
        }

        Row leased(@Nullable UUID newOwner, @Nullable Instant newEnd, boolean nowSent) {
            return new Row(grant, newOwner, newEnd, nowSent, upkeep, claimedUntil);
        }

        Row claimed(Instant end) {
            return new Row(grant, owner, until, sent, upkeep, end);
        }

        boolean isHeldBy(TokenGrant leased) {
            return grant.version() == leased.version()
                    && leased.lease() != null
                    && leased.lease().owner().equals(owner);
        }
    }

    private final Clock clock;
    private final Map<Key, Row> rows = new HashMap<>();

    public InMemoryTokenGrants(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<TokenGrant> find(CompanyId company, CredentialsId credentials) {
        return Optional.ofNullable(rows.get(new Key(company, credentials))).map(this::read);
    }

    @Override
    public synchronized List<TokenGrant> findAll(CompanyId company, Collection<CredentialsId> credentials) {
        return credentials.stream().flatMap(id -> find(company, id).stream()).toList();
    }

    @Override
    public synchronized TokenGrant begin(CompanyId company, CredentialsId credentials) {
        var empty = new TokenGrant(company, credentials, 0, null, null, null, clock.instant());
        return read(rows.computeIfAbsent(
                new Key(company, credentials), key -> new Row(empty, null, null, false, Upkeep.NONE, Instant.MIN)));
    }

    @Override
    public synchronized Optional<TokenGrant> lease(TokenGrant grant, UUID owner, Duration time) {
        var row = rows.get(key(grant));
        if (row == null || row.grant().version() != grant.version() || isLeased(row)) {
            return Optional.empty();
        }
        rows.put(key(grant), row.leased(owner, clock.instant().plus(time), row.sent()));
        return find(grant.companyId(), grant.credentials());
    }

    @Override
    public synchronized boolean markSent(TokenGrant leased, Duration time) {
        return change(leased, row -> row.leased(row.owner(), clock.instant().plus(time), true));
    }

    @Override
    public synchronized boolean keep(TokenGrant grant, TokenGrant.Kept tokens, Upkeep upkeep) {
        var row = rows.get(key(grant));
        if (row == null || row.grant().version() != grant.version()) {
            return false;
        }
        var after = new TokenGrant(
                grant.companyId(),
                grant.credentials(),
                grant.version() + 1,
                tokens,
                null,
                null,
                row.grant().usedAt());
        rows.put(key(grant), new Row(after, null, null, false, upkeep, Instant.MIN));
        return true;
    }

    @Override
    public synchronized boolean setBack(TokenGrant leased, TokenGrant.Setback setback, boolean lost) {
        return change(
                leased,
                row -> (lost ? row.leased(row.owner(), clock.instant(), true) : freed(row))
                        .with(new TokenGrant(
                                leased.companyId(),
                                leased.credentials(),
                                leased.version(),
                                row.grant().tokens(),
                                null,
                                setback,
                                row.grant().usedAt())));
    }

    @Override
    public synchronized void release(TokenGrant leased, boolean lost) {
        if (change(leased, row -> lost ? row.leased(row.owner(), clock.instant(), true) : freed(row))
                && leased.version() == 0
                && !lost) {
            rows.remove(key(leased));
        }
    }

    @Override
    public synchronized void markUsed(TokenGrant grant, Instant now) {
        rows.computeIfPresent(
                key(grant),
                (key, row) -> row.with(new TokenGrant(
                        grant.companyId(),
                        grant.credentials(),
                        row.grant().version(),
                        row.grant().tokens(),
                        null,
                        row.grant().setback(),
                        now)));
    }

    @Override
    public synchronized List<Key> claimDue(Instant now, Instant usedAfter, int limit) {
        var due = rows.entrySet().stream()
                .filter(it -> isDue(it.getValue(), now, usedAfter))
                .map(Map.Entry::getKey)
                .limit(limit)
                .toList();
        due.forEach(key -> rows.computeIfPresent(key, (it, row) -> row.claimed(now.plus(Duration.ofMinutes(2)))));
        return due;
    }

    @Override
    public synchronized void remove(CompanyId company, CredentialsId credentials) {
        rows.remove(new Key(company, credentials));
    }

    private boolean isDue(Row row, Instant now, Instant usedAfter) {
        var ahead = row.upkeep().aheadAt();
        var alive = row.upkeep().keepAliveAt();
        var setback = row.grant().setback();
        return ((ahead != null && !now.isBefore(ahead) && row.grant().usedAt().isAfter(usedAfter))
                        || (alive != null && !now.isBefore(alive)))
                && (setback == null
                        || (setback.trouble().kind() == TokenTrouble.Kind.PASSING && !now.isBefore(setback.retryAt())))
                && !isLeased(row)
                && !now.isBefore(row.claimedUntil());
    }

    private boolean change(TokenGrant leased, java.util.function.UnaryOperator<Row> change) {
        var row = rows.get(key(leased));
        if (row == null || !row.isHeldBy(leased)) {
            return false;
        }
        rows.put(key(leased), change.apply(row));
        return true;
    }

    private static Row freed(Row row) {
        return row.leased(null, null, false);
    }

    private boolean isLeased(Row row) {
        return row.until() != null && clock.instant().isBefore(row.until());
    }

    private TokenGrant read(Row row) {
        var grant = row.grant();
        return new TokenGrant(
                grant.companyId(),
                grant.credentials(),
                grant.version(),
                grant.tokens(),
                row.owner() == null ? null : new TokenGrant.Lease(row.owner(), !isLeased(row), row.sent()),
                grant.setback(),
                grant.usedAt());
    }

    private static Key key(TokenGrant grant) {
        return new Key(grant.companyId(), grant.credentials());
    }
}
