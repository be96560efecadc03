select company_id as company, id as after from system_access
where company_id = (select id from company where name = 'Bench') and kind = 'CONNECTOR'
order by id desc offset 199979 limit 1
