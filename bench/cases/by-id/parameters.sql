select company_id as company, id from system_access
where company_id = (select id from company where name = 'Bench') and kind = 'CONNECTOR' and name like '%77'
order by name limit 64
