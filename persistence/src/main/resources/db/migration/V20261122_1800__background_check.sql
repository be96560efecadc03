-- The scheduler's own table, as its documentation gives it (db-scheduler 16).
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    state text,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

-- One task for each connector and instance. Triggers, so that nobody who writes to the table can forget it.
create function schedule_check() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        delete from scheduled_tasks
            where task_name = 'check' and task_instance = old.company_id || '/' || old.id and not picked;
    else
        -- A check that is running now sees by itself that the credentials are others.
        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            values ('check', new.company_id || '/' || new.id, now(), false, 1)
            on conflict (task_name, task_instance) do update
                set execution_time = excluded.execution_time, task_data = null, version = scheduled_tasks.version + 1
                where not scheduled_tasks.picked;
    end if;
    return null;
end
$$;

create trigger system_access_check_made_or_removed after insert or delete on system_access
    for each row execute function schedule_check();

create trigger system_access_check_replaced after update on system_access
    for each row when (old.credentials is distinct from new.credentials)
    execute function schedule_check();

-- Those that are there already, spread over an hour.
insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
    select 'check', company_id || '/' || id, now() + random() * interval '1 hour', false, 1 from system_access;
