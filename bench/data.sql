-- The data of every benchmark: 400,000 connectors of the company "Bench" at each place that 200 systems, 1,000 groups and
-- two environments have, beside 50 companies with 2,000 each. Ids go by time, as Patchbay makes them: a year of connectors.
-- The groups "Spare ..." are empty: room for the connectors that are created while measuring.

create temporary table word (number serial, part text);
insert into word (part) values
    ('Nordwind'), ('Blue'), ('Alpine'), ('Market'), ('Harbour'), ('Outlet'), ('Corner'), ('Wholesale'), ('Garden'),
    ('Studio'), ('Atelier'), ('Depot'), ('Bazaar'), ('Boutique'), ('Supply'), ('Trading');

create temporary table tenant as
    select id, 1000 as groups, 400000 as connectors from company where name = 'Bench';
with born as (
    insert into company (id, version, name)
    select uuidv7(interval '-500 days'), 1, 'Neighbour ' || number from generate_series(1, 50) as number
    returning id)
insert into tenant select id, 20, 2000 from born;

create temporary table crowd as
    select tenant.id as company_id, number, uuidv7(interval '-450 days') as id
    from tenant, generate_series(0, groups - 1) as number;
insert into company_group (company_id, id, version, name, created_at)
    select company_id, id, 1, 'Group ' || number, uuid_extract_timestamp(id) from crowd;
create index on crowd (company_id, number);
analyze crowd;

insert into company_group (company_id, id, version, name, created_at)
    select tenant.id, uuidv7(), 1, 'Spare ' || number, now()
    from tenant, generate_series(0, 3999) as number where connectors = 400000;

-- A stride that shares no factor with the number of places scatters systems, groups and environments over time.
create temporary table sown as
    select tenant.id as company_id,
        uuidv7(make_interval(secs => (number - connectors) * 78.0)) as id,
        uuidv7(make_interval(secs => (number - connectors) * 78.0)) as secret_id,
        uuidv7(make_interval(secs => (number - connectors) * 78.0)) as credentials_id,
        number, groups, (number::bigint * 7919) % (groups * 400) as place
    from tenant, generate_series(0, connectors - 1) as number
    order by number;

insert into secret (company_id, id, version, data_key_id, ciphertext, created_at)
    select company_id, secret_id, 1, (select id from data_key where is_primary),
        sha256(secret_id::text::bytea) || sha256(id::text::bytea), uuid_extract_timestamp(secret_id)
    from sown order by number;

insert into system_access (company_id, id, version, kind, system_slug, name, environment, time_zone, date_format,
        credentials, status, check_latency_ms, checked_at, created_at, updated_at, company_group_id)
    select sown.company_id, sown.id, 1, 'CONNECTOR', 'bench-' || lpad((place % 200)::text, 3, '0'),
        one.part || ' ' || other.part || ' ' || sown.number,
        case when place / 200 % 2 = 0 then 'LIVE' else 'TEST' end,
        'Europe/Berlin', 'ISO_8601',
        jsonb_build_object('id', credentials_id, 'method', 'api-key', 'values', jsonb_build_array(
            jsonb_build_object('key', 'address', 'value', 'https://shop-' || sown.number || '.example.com'),
            jsonb_build_object('key', 'api_key', 'secret', secret_id))),
        case when sown.number % 10 < 8 then 'OPERATIONAL' when sown.number % 10 = 8 then 'FAILED_AUTHENTICATION'
            else 'NOT_CHECKED' end,
        case when sown.number % 10 < 9 then 40 + sown.number % 300 end,
        case when sown.number % 10 < 9 then now() end,
        uuid_extract_timestamp(sown.id), uuid_extract_timestamp(sown.id), crowd.id
    from sown
        join crowd on crowd.company_id = sown.company_id and crowd.number = place / 400
        join word as one on one.number = 1 + sown.number % 16
        join word as other on other.number = 1 + sown.number / 16 % 16
    order by sown.number;

drop table word, tenant, crowd, sown;
