select it.id, it.name, it.environment, it.status, it.time_zone, it.system_slug, g.id as group_id, g.name as group_name
from system_access it
    join company_group g on g.company_id = it.company_id and g.id = it.company_group_id
where it.company_id = :company and it.id = :id and it.kind = 'CONNECTOR';
