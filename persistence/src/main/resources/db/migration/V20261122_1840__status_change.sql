-- Tells every node that listens which connector or instance changed its status; PostgreSQL delivers it when, and only when,
-- the transaction is committed. A trigger, so that nobody who writes to the table can forget to tell.
create function tell_status_change() returns trigger language plpgsql as $$
declare
    told system_access := case when tg_op = 'DELETE' then old else new end;
begin
    perform pg_notify('patchbay_status', told.company_id || ' ' || told.id || ' ' || told.kind);
    return null;
end
$$;

create trigger system_access_made_or_removed after insert or delete on system_access
    for each row execute function tell_status_change();

create trigger system_access_status_changed after update on system_access
    for each row
    when (old.status is distinct from new.status
        or old.checked_at is distinct from new.checked_at
        or old.credentials is distinct from new.credentials)
    execute function tell_status_change();
