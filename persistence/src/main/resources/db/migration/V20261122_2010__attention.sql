-- How much a connector or an instance needs attention, and since when: the greater the worse, null where all is well. A trigger,
-- so that nobody who writes a status can forget it. Since when is not when the period of checks began: another reason for the
-- same trouble, or an hour in which nobody looked, makes it no newer.
alter table system_access
    add column attention smallint,
    add column attention_since timestamptz,
    add constraint system_access_attention_whole check ((attention is null) = (attention_since is null));

create function note_attention() returns trigger language plpgsql as $$
begin
    new.attention := case
        when new.status in ('FAILED_AUTHENTICATION', 'NEEDS_RECONNECT') then 4
        when new.status = 'SYSTEM_UNREACHABLE' then 3
        when new.status = 'OPERATIONAL' and new.check_reason is not null then 2
        when new.status = 'NOT_CHECKED' then 1
    end;
    if new.attention is null then
        new.attention_since := null;
    elsif tg_op = 'INSERT' or new.attention is distinct from old.attention
            or new.credentials is distinct from old.credentials then
        new.attention_since := coalesce(new.checked_at, now());
    end if;
    return new;
end
$$;

create trigger system_access_attention_at_birth before insert on system_access
    for each row execute function note_attention();

create trigger system_access_attention_changed before update on system_access
    for each row
    when (old.status is distinct from new.status
        or old.check_reason is distinct from new.check_reason
        or old.credentials is distinct from new.credentials)
    execute function note_attention();

-- Since when it has been so for those that are there already, nobody knows.
update system_access set
    attention = case
        when status in ('FAILED_AUTHENTICATION', 'NEEDS_RECONNECT') then 4
        when status = 'SYSTEM_UNREACHABLE' then 3
        when status = 'OPERATIONAL' and check_reason is not null then 2
        when status = 'NOT_CHECKED' then 1
    end,
    attention_since = case
        when status <> 'OPERATIONAL' or check_reason is not null then coalesce(checked_at, updated_at)
    end;

create index system_access_attention on system_access (company_id, attention, attention_since, id)
    where attention is not null;
