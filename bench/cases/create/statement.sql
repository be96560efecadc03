-- What createConnector does, encryption apart: lock the group, see that the place is free, write the secret and the row.
-- In the groups "Spare 2000" to "Spare 3999".
\set place :place + 16
\set free :place + :client_id
begin;
select it.id as spare, it.version, it.name, it.created_at from company_group it
where it.company_id = :company and lower(it.name) = 'spare ' || (2000 + :free::int % 2000) for update \gset
select it.id, it.version, it.name from system_access it
where it.company_id = :company and it.kind = 'CONNECTOR' and it.company_group_id = :spare
    and it.system_slug = 'bench-' || lpad((:free::int / 2000 % 200)::text, 3, '0')
    and it.environment = case when :free::int / 400000 = 0 then 'LIVE' else 'TEST' end
limit 1;
insert into secret (company_id, id, version, data_key_id, ciphertext, created_at)
values (:company, uuidv7(), 1, :data_key,
    '\x0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', now());
insert into system_access (company_id, id, version, kind, system_slug, name, environment, time_zone, date_format,
    credentials, status, created_at, updated_at, company_group_id)
values (:company, uuidv7(), 1, 'CONNECTOR', 'bench-' || lpad((:free::int / 2000 % 200)::text, 3, '0'),
    'Made ' || :free, case when :free::int / 400000 = 0 then 'LIVE' else 'TEST' end, 'UTC', 'ISO_8601',
    '{"id": "019aab00-0000-7000-8000-000000000000", "method": "api-key", "values": [{"key": "address", "value": "https://shop.example.com"}, {"key": "api_key", "secret": "019aab00-0000-7000-8000-000000000000"}]}',
    'NOT_CHECKED', now(), now(), :spare);
commit;
