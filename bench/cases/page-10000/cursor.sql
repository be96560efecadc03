-- The last connector of page 9,999.
select name from system_access
where company_id = (select id from company where name = 'Bench') and kind = 'CONNECTOR'
order by id desc offset 199979 limit 1
