-- Each kind of what expires by itself. Of one view over all of them PostgreSQL has to read and sort everything before it can give
-- a page; of each of these it reads the page off an index.
drop view expiry;

create view expiring_credential as
    select it.company_id, it.id, 'CREDENTIAL' as what, it.ends_at, it.exact, it.credential, a.kind, it.access_id
        from credential_end it join system_access a on a.company_id = it.company_id and a.id = it.access_id
        where it.exact or a.status <> 'OPERATIONAL' or a.checked_at is null or a.checked_at <= it.ends_at;

create view expiring_grant as
    select it.company_id, it.credentials_id as id, 'GRANT' as what, it.ends_at, true as exact, null as credential, a.kind,
            a.id as access_id
        from token_grant it
        join system_access a on a.company_id = it.company_id and a.credentials ->> 'id' = it.credentials_id::text
        where it.ends_at is not null;

create view expiring_api_token as
    select it.company_id, it.id, 'API_TOKEN' as what, it.expires_at as ends_at, true as exact, null as credential, null as kind,
            null::uuid as access_id
        from api_token it
        where it.expires_at is not null and it.revoked_at is null;

-- For counting, where the order does not matter.
create view expiry as
    select * from expiring_credential union all select * from expiring_grant union all select * from expiring_api_token;
