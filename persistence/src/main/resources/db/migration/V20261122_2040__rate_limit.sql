-- What was taken lately of the limits of a set of credentials, and what its vendor said. A row is locked by one node at a
-- time for less than a millisecond, and removed when nothing in it matters any more.
create table rate_limit (
    company_id uuid not null references company (id),
    credentials_id uuid not null,
    -- Of permits that were taken: when the first was taken, when the last is used at the latest, and how many; three
    -- numbers each, moments in microseconds since 1970, oldest first.
    uses bigint[] not null,
    paused_until timestamptz,
    remaining int,
    remaining_until timestamptz,
    remaining_as_of timestamptz,
    urgent_until timestamptz,
    idle_at timestamptz not null,
    primary key (company_id, credentials_id),
    constraint rate_limit_uses_whole check (cardinality(uses) % 3 = 0),
    constraint rate_limit_remaining_whole check (
        (remaining is null) = (remaining_until is null) and (remaining is null) = (remaining_as_of is null))
) with (fillfactor = 50);

-- Few at any time, and read by every node every second. No other index: what changes all the time is in none.
create index rate_limit_paused on rate_limit (paused_until) where paused_until is not null;
