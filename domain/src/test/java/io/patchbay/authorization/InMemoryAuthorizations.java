package io.patchbay.authorization;

import io.patchbay.shared.CompanyId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Attempts to connect, as long as a test lasts. */
public class InMemoryAuthorizations implements Authorizations {

    private final Map<AuthorizationId, Authorization> saved = new LinkedHashMap<>();

    @Override
    public void add(Authorization authorization) {
        saved.put(authorization.id(), authorization);
    }

    @Override
    public Optional<Authorization> find(CompanyId company, AuthorizationId id) {
        return first(it -> it.id().equals(id) && it.companyId().equals(company));
    }

    @Override
    public Optional<Authorization> withKey(WordHash key) {
        return first(it -> it.key().equals(key));
    }

    @Override
    public Optional<Authorization> withState(WordHash state) {
        return first(it -> it.departure() != null && it.departure().state().equals(state));
    }

    @Override
    public boolean depart(Authorization it, Authorization.Departure departure, Instant expiresAt) {
        if (now(it).departure() != null) {
            return false;
        }
        replace(it, expiresAt, departure, null, null);
        return true;
    }

    @Override
    public boolean use(Authorization it, Instant now) {
        if (now(it).usedAt() != null) {
            return false;
        }
        replace(it, it.expiresAt(), it.departure(), now, null);
        return true;
    }

    @Override
    public void arrive(Authorization it, Authorization.Arrival arrival) {
        replace(it, it.expiresAt(), it.departure(), now(it).usedAt(), arrival);
    }

    @Override
    public List<Authorization> endedBefore(Instant moment, int limit) {
        return saved.values().stream()
                .filter(it -> it.expiresAt().isBefore(moment))
                .limit(limit)
                .toList();
    }

    @Override
    public void remove(Authorization authorization) {
        saved.remove(authorization.id());
    }

    public int size() {
        return saved.size();
    }

    private Authorization now(Authorization authorization) {
        return saved.get(authorization.id());
    }

    private Optional<Authorization> first(Predicate<Authorization> which) {
        return saved.values().stream().filter(which).findFirst();
    }

    private void replace(
            Authorization it,
            Instant expiresAt,
            Authorization.Departure departure,
            Instant usedAt,
            Authorization.Arrival arrival) {
        saved.put(
                it.id(),
                new Authorization(
                        it.id(),
                        it.companyId(),
                        it.startedBy(),
                        it.target(),
                        it.credentials(),
                        it.key(),
                        it.startedAt(),
                        expiresAt,
                        departure,
                        usedAt,
                        arrival));
    }
}
