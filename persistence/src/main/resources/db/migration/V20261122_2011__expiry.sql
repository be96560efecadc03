-- Until when credentials are good, as their column says it, row by row and in the order of time. Made of the column by a trigger,
-- so that nobody who writes credentials can forget it.
create table credential_end (
    company_id uuid not null,
    id uuid not null default gen_random_uuid(),
    access_id uuid not null,
    credential text not null,
    ends_at timestamptz not null,
    exact boolean not null,
    primary key (company_id, access_id, credential),
    foreign key (company_id, access_id) references system_access (company_id, id) on delete cascade
);

create index credential_end_soonest on credential_end (company_id, ends_at, id);

create function note_credential_ends() returns trigger language plpgsql as $$
begin
    delete from credential_end where company_id = new.company_id and access_id = new.id;
    insert into credential_end (company_id, access_id, credential, ends_at, exact)
        select new.company_id, new.id, each ->> 'key', (each ->> 'at')::timestamptz, (each ->> 'exact')::boolean
        from jsonb_array_elements(new.credentials -> 'ends') as each;
    return null;
end
$$;

create trigger system_access_ends_at_birth after insert on system_access
    for each row when (new.credentials ? 'ends') execute function note_credential_ends();

create trigger system_access_ends_changed after update on system_access
    for each row
    when (old.credentials is distinct from new.credentials and (old.credentials ? 'ends' or new.credentials ? 'ends'))
    execute function note_credential_ends();

-- From when on no renewal helps and a person has to connect again.
alter table token_grant add column ends_at timestamptz;
create index token_grant_soonest on token_grant (company_id, ends_at, credentials_id) where ends_at is not null;

create index api_token_soonest on api_token (company_id, expires_at, id) where expires_at is not null and revoked_at is null;

-- Everything whose time is limited, whatever it is. A guess that turned out wrong, because what should have ended was seen to
-- work afterwards, is left out.
create view expiry as
    select it.company_id, it.id, 'CREDENTIAL' as what, it.ends_at, it.exact, it.credential, a.kind, it.access_id
        from credential_end it join system_access a on a.company_id = it.company_id and a.id = it.access_id
        where it.exact or a.status <> 'OPERATIONAL' or a.checked_at is null or a.checked_at <= it.ends_at
    union all
    select it.company_id, it.credentials_id, 'GRANT', it.ends_at, true, null, a.kind, a.id
        from token_grant it
        join system_access a on a.company_id = it.company_id and a.credentials ->> 'id' = it.credentials_id::text
        where it.ends_at is not null
    union all
    select it.company_id, it.id, 'API_TOKEN', it.expires_at, true, null, null, null
        from api_token it
        where it.expires_at is not null and it.revoked_at is null;
