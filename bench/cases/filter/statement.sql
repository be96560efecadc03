select it.id, it.name, it.environment, it.status, it.system_slug, g.id as group_id, g.name as group_name
from system_access it
    join company_group g on g.company_id = it.company_id and g.id = it.company_group_id
where it.company_id = :company and it.kind = 'CONNECTOR' and it.environment = 'LIVE'
    and it.system_slug = 'bench-042' and it.status in ('FAILED_AUTHENTICATION')
order by it.id desc limit 21;
