-- 100,000 connectors, each an account of its own at the vendor, under the 200 systems that bench/run adds. They share one
-- secret, which is decrypted for each check all the same.
create table bench_account (number int primary key, task text not null unique);

with crowd as (
    insert into company_group (company_id, id, version, name, created_at)
    select company_id, uuidv7(), 1, 'Group ' || number, now()
    from system_access, generate_series(0, 249) as number
    where name = 'Template'
    returning company_id, id, substr(name, 7)::int as number),
made as (
    insert into system_access (company_id, id, version, kind, system_slug, name, environment, time_zone, date_format,
            credentials, created_at, updated_at, company_group_id)
    select it.company_id, uuidv7(), 1, 'CONNECTOR', 'bench-' || lpad((account % 200)::text, 3, '0'),
        'Account ' || account, case when account / 200 % 2 = 0 then 'LIVE' else 'TEST' end, it.time_zone, it.date_format,
        jsonb_build_object('id', gen_random_uuid(), 'method', it.credentials -> 'method', 'values', (
            select jsonb_agg(case when value ->> 'key' = 'address'
                then jsonb_set(value, '{value}', to_jsonb((value ->> 'value') || '/' || account)) else value end)
            from jsonb_array_elements(it.credentials -> 'values') as value)),
        now(), now(), crowd.id
    from system_access it, generate_series(0, 99999) as account join crowd on crowd.number = account / 400
    where it.name = 'Template'
    returning company_id, id, name)
insert into bench_account select substr(name, 9)::int, company_id || '/' || id from made;

delete from system_access where name = 'Template';
