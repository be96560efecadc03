-- A status that a person's test or a use has changed is followed at the pace of what was found, as one that the scheduler has
-- found is: otherwise what works again would wait for up to a day for its next check, because it was refused before. How soon
-- that is stands in CheckPace; the ordinary distance is two thirds of how long a result holds. A check that is running now
-- reschedules itself.
create function follow_status() returns trigger language plpgsql as $$
declare
    jitter double precision := 0.9 + 0.2 * random();
begin
    update scheduled_tasks task
    set execution_time = case new.status
            when 'SYSTEM_UNREACHABLE' then least(task.execution_time, now() + jitter * interval '1 minute')
            when 'FAILED_AUTHENTICATION' then greatest(task.execution_time, now() + jitter * interval '1 hour')
            else least(task.execution_time, now() + jitter * (new.check_holds_until - new.checked_at) / 1.5)
        end,
        task_data = null, version = task.version + 1
    where task.task_name = 'check' and task.task_instance = new.company_id || '/' || new.id and not task.picked;
    return null;
end
$$;

create trigger system_access_check_followed after update on system_access
    for each row
    when (old.status is distinct from new.status and old.credentials is not distinct from new.credentials
        and new.checked_at is not null)
    execute function follow_status();
