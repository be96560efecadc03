-- Lists in other orders than by birth. Names go by their bytes in lower case: an order that belongs to a language changes when
-- the operating system's tables do, and an index that was built before would then be wrong.
create index system_access_by_name on system_access (company_id, kind, (lower(name) collate "C"), id);
create index system_access_by_change on system_access (company_id, kind, updated_at, id);
create index system_access_by_status on system_access (
    company_id,
    kind,
    (array_position(
        array['NOT_CHECKED', 'OPERATIONAL', 'SYSTEM_UNREACHABLE', 'FAILED_AUTHENTICATION', 'NEEDS_RECONNECT'], status)),
    id);
create index company_group_by_name on company_group (company_id, (lower(name) collate "C"), id);
create index api_token_by_name on api_token (company_id, (lower(name) collate "C"), id);
create index api_token_name_part on api_token using gin (company_id, name gin_trgm_ops);
