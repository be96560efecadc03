-- When the failure of a use was last believed. A status that stands since that very moment comes from a use.
create table use_failure (
    company_id uuid not null,
    access_id uuid not null,
    believed_at timestamptz not null,
    primary key (company_id, access_id),
    foreign key (company_id, access_id) references system_access (company_id, id) on delete cascade
);

-- How an access was used within one hour. The durations are an HdrHistogram, so hours and nodes add up to percentiles.
create table usage_hour (
    company_id uuid not null,
    access_id uuid not null,
    hour timestamptz not null,
    calls bigint not null,
    unanswered bigint not null,
    client_errors bigint not null,
    server_errors bigint not null,
    durations bytea not null,
    primary key (company_id, access_id, hour),
    foreign key (company_id, access_id) references system_access (company_id, id) on delete cascade,
    constraint usage_hour_whole check (date_trunc('hour', hour, 'UTC') = hour),
    constraint usage_hour_calls check (
        calls > 0 and unanswered >= 0 and client_errors >= 0 and server_errors >= 0
        and unanswered + client_errors + server_errors <= calls)
);

create index usage_hour_age on usage_hour (hour);

-- Brings the check of an access forward, so far that it keeps a distance from the last one. One that is running now is left
-- alone.
create function hasten_check(company uuid, access uuid, distance interval) returns void language sql as $$
    update scheduled_tasks task
    set execution_time = soon.time, version = task.version + 1
    from (select greatest(now() + interval '2 seconds', last_success + distance) as time
        from scheduled_tasks
        where task_name = 'check' and task_instance = company || '/' || access) soon
    where task.task_name = 'check' and task.task_instance = company || '/' || access
        and not task.picked and task.execution_time > soon.time
$$;
