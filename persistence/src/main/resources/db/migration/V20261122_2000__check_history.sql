-- What the checks found over time, as periods: checks in a row that found the same are one, so that an hour without news costs
-- no row. The period that lasts stands in the row of its connector or instance; those that are over stand here (decision 0022).
create table check_period (
    company_id uuid not null,
    access_id uuid not null,
    -- Counts the periods of one connector or instance.
    number int not null,
    -- Whether it found something else than the one before; if not, nobody looked for a while in between.
    change boolean not null,
    status text not null,
    reason text,
    began_at timestamptz not null,
    -- The last check; null where nobody checked.
    checked_at timestamptz,
    -- Up to when what was found may be taken for true.
    ended_at timestamptz not null,
    checks int not null,
    fastest_ms int,
    slowest_ms int,
    primary key (company_id, access_id, number, ended_at)
) partition by range (ended_at);

-- Whatever has no partition of its own yet, so that nobody who checks ever fails for want of one.
create table check_period_default partition of check_period default;

alter table system_access
    add column check_holds_until timestamptz,
    add column period_number int not null default 1,
    add column period_change boolean not null default true,
    add column period_began_at timestamptz not null default now(),
    add column period_checks int not null default 0,
    add column period_fastest_ms int,
    add column period_slowest_ms int;

update system_access set
    check_holds_until = checked_at + interval '90 minutes',
    period_began_at = checked_at,
    period_checks = 1,
    period_fastest_ms = check_latency_ms,
    period_slowest_ms = check_latency_ms
    where checked_at is not null;

-- Triggers, so that nobody who writes a result can forget the history. A check that finds what the one before found changes
-- nothing but numbers in the row that is being written anyway.
create function carry_on_period() returns trigger language plpgsql as $$
begin
    if new.checked_at is null then
        new.check_holds_until := null;
    elsif new.check_holds_until is not distinct from old.check_holds_until then
        -- Whoever wrote it does not know how long it holds: as long as the one before. Refused credentials are left alone for
        -- longer than anything else is.
        new.check_holds_until := new.checked_at + coalesce(
            case when old.status <> 'FAILED_AUTHENTICATION' or new.status = old.status
                then old.check_holds_until - old.checked_at end,
            interval '90 minutes');
    end if;

    if new.checked_at is not null
        and new.checked_at <= old.check_holds_until
        and new.status = old.status
        and new.check_reason is not distinct from old.check_reason then
        new.period_checks := old.period_checks + 1;
        new.period_fastest_ms := least(old.period_fastest_ms, new.check_latency_ms);
        new.period_slowest_ms := greatest(old.period_slowest_ms, new.check_latency_ms);
    else
        new.period_number := coalesce(old.period_number, 0) + 1;
        new.period_change :=
            tg_op = 'INSERT' or (new.status, new.check_reason) is distinct from (old.status, old.check_reason);
        -- Clocks of nodes differ a little, and results may come late; periods follow one another all the same.
        new.period_began_at := greatest(
            coalesce(new.checked_at, case when tg_op = 'INSERT' then new.created_at else now() end),
            old.checked_at,
            old.period_began_at);
        new.period_checks := case when new.checked_at is null then 0 else 1 end;
        new.period_fastest_ms := new.check_latency_ms;
        new.period_slowest_ms := new.check_latency_ms;
    end if;
    return new;
end
$$;

create function keep_period_that_is_over() returns trigger language plpgsql as $$
begin
    insert into check_period (
            company_id, access_id, number, change, status, reason, began_at, checked_at, ended_at, checks, fastest_ms,
            slowest_ms)
        values (
            old.company_id, old.id, old.period_number, old.period_change, old.status, old.check_reason,
            old.period_began_at, old.checked_at,
            least(new.period_began_at, greatest(old.check_holds_until, old.period_began_at)),
            old.period_checks, old.period_fastest_ms, old.period_slowest_ms);
    return null;
end
$$;

-- Not a foreign key: dropping a partition would then have to lock all connectors and instances.
create function forget_periods() returns trigger language plpgsql as $$
begin
    delete from check_period where company_id = old.company_id and access_id = old.id;
    return null;
end
$$;

create trigger system_access_period_first before insert on system_access
    for each row execute function carry_on_period();

create trigger system_access_period before update on system_access
    for each row
    when (old.checked_at is distinct from new.checked_at
        or old.status is distinct from new.status
        or old.check_reason is distinct from new.check_reason)
    execute function carry_on_period();

create trigger system_access_period_over after update on system_access
    for each row when (old.period_number <> new.period_number)
    execute function keep_period_that_is_over();

create trigger system_access_periods_forgotten after delete on system_access
    for each row execute function forget_periods();

-- Makes partitions for this week and the three to come, and drops those whose every period ended more than so many days ago.
-- One at a time on however many nodes; who comes second has nothing to do. Waits two seconds at most for those who write
-- periods, and they for it; who is too late tries again with the next round.
create function keep_check_periods(days int) returns void language plpgsql
    set timezone = 'UTC' set lock_timeout = '2s' as $$
declare
    coming timestamptz[];
    past text[];
    week timestamptz;
    part text;
begin
    if not pg_try_advisory_xact_lock('check_period'::regclass::oid::bigint) then
        return;
    end if;

    coming := array(
        select each from generate_series(
            date_trunc('week', now()), date_trunc('week', now()) + interval '3 weeks', interval '1 week') as each
        where to_regclass('check_period_' || to_char(each, 'YYYYMMDD')) is null);
    past := array(
        select relname from pg_inherits join pg_class on pg_class.oid = inhrelid
        where inhparent = 'check_period'::regclass and relname ~ '_\d{8}$'
            and to_timestamp(right(relname, 8), 'YYYYMMDD') + interval '1 week' <= now() - make_interval(days => days));

    if cardinality(coming) + cardinality(past) > 0 then
        -- All at once and first of all: in the order in which writers take their locks, so that nobody meets crosswise.
        lock table check_period in access exclusive mode;
    end if;
    foreach week in array coming loop
        part := 'check_period_' || to_char(week, 'YYYYMMDD');
        execute format('create table %I (like check_period including all)', part);
        execute format(
            'with late as (delete from check_period_default where ended_at >= %1$L and ended_at < %2$L returning *)'
                || ' insert into %3$I select * from late',
            week, week + interval '1 week', part);
        execute format(
            'alter table check_period attach partition %I for values from (%L) to (%L)',
            part, week, week + interval '1 week');
    end loop;
    foreach part in array past loop
        execute format('drop table %I', part);
    end loop;
    delete from check_period_default where ended_at < now() - make_interval(days => days);
end
$$;

select keep_check_periods(90);
