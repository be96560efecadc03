-- What is being checked are few of the many: an index of those alone is written less, and small enough to be looked at often.
drop index scheduled_tasks_heartbeat;
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat) where picked;

-- Each row of both is written again at every check. Room beside it lets most of that happen in place, and those that are due
-- are found at the left end of an index, which has to be swept often.
alter table scheduled_tasks set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
alter table system_access set (fillfactor = 90);

create or replace function schedule_check() returns trigger language plpgsql as $$
declare
    due timestamptz := now();
begin
    if tg_op = 'DELETE' then
        delete from scheduled_tasks
            where task_name = 'check' and task_instance = old.company_id || '/' || old.id and not picked;
        return null;
    end if;
    if tg_op = 'INSERT' then
        -- Where a crowd is waiting already, such as that of an import, what is new is checked within the hour instead of at
        -- once, and whoever is due by then goes first. The order makes PostgreSQL read these 200 and no more.
        perform from scheduled_tasks where not picked and execution_time <= now()
            order by execution_time offset 200 limit 1;
        if found then
            due := now() + random() * interval '1 hour';
        end if;
    end if;
    -- A check that is running now sees by itself that the credentials are others.
    insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
        values ('check', new.company_id || '/' || new.id, due, false, 1)
        on conflict (task_name, task_instance) do update
            set execution_time = excluded.execution_time, task_data = null, version = scheduled_tasks.version + 1
            where not scheduled_tasks.picked;
    return null;
end
$$;
