select jsonb_build_object('id',
    translate(rtrim(encode('\x04'::bytea || uuid_send(id), 'base64'), '='), '+/', '-_'))
from system_access
where company_id = (select id from company where name = 'Bench') and kind = 'CONNECTOR' and name like '%77'
order by name limit 64
