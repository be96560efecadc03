select it.id, it.version, it.company_id, it.system_slug, it.name, it.environment, it.time_zone, it.date_format, it.credentials,
    it.created_at, it.updated_at, it.status, it.check_reason, it.check_hint, it.check_latency_ms, it.checked_at,
    it.company_group_id, g.version as group_version, g.name as group_name, g.created_at as group_created_at
from system_access it
    join company_group g on g.company_id = it.company_id and g.id = it.company_group_id
where it.company_id = (select cast(:company as uuid)) and it.id = :id and it.kind = 'CONNECTOR'
order by it.id limit 1;
