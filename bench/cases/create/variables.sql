-- One free place after the other, in the groups "Spare 0" to "Spare 1999"; neighbours in time are in different groups.
select jsonb_build_object('input', jsonb_build_object(
    'systemSlug', 'bench-' || lpad((place / 2000 % 200)::text, 3, '0'),
    'name', 'Made ' || place,
    'companyGroupId', translate(rtrim(encode('\x02'::bytea || uuid_send(spare.id), 'base64'), '='), '+/', '-_'),
    'environment', case when place / 400000 = 0 then 'LIVE' else 'TEST' end,
    'authenticationMethod', 'api-key',
    'credentials', jsonb_build_array(
        jsonb_build_object('key', 'address', 'value', 'https://shop.example.com'),
        jsonb_build_object('key', 'api_key', 'value', 'made-up-key-' || place))))
from generate_series({from}, {from} + 39999) as place
    join company on company.name = 'Bench'
    join company_group as spare on spare.company_id = company.id and spare.name = 'Spare ' || place % 2000
order by place
