-- An unfinished wizard. Each step's columns are null until it is answered.
create table draft (
    company_id uuid not null references company (id),
    id uuid not null,
    version int not null,
    person_id uuid not null,
    kind text not null,
    system_slug text not null,
    name text,
    -- A wish and no reference: the group may be removed meanwhile, and creation says so.
    company_group_id uuid,
    environment text,
    time_zone text,
    date_format text,
    rate_limit_requests int,
    rate_limit_per text,
    credentials jsonb,
    started_at timestamptz not null,
    touched_at timestamptz not null,
    primary key (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id),
    constraint draft_kind check (kind in ('CONNECTOR', 'INSTANCE')),
    constraint draft_environment check (environment in ('LIVE', 'TEST')),
    constraint draft_name_form check (char_length(name) between 1 and 80 and name ~ '\S'),
    constraint draft_general_whole check (
        (name is null) = (environment is null) and (name is not null or company_group_id is null)),
    constraint draft_time_and_date_whole check (
        (time_zone is null) = (date_format is null) and (time_zone is not null or rate_limit_requests is null)),
    constraint draft_limit_whole check ((rate_limit_requests is null) = (rate_limit_per is null)),
    constraint draft_limit_form check (
        rate_limit_requests > 0 and rate_limit_per in ('SECOND', 'MINUTE', 'HOUR', 'DAY'))
);

create index draft_of_person on draft (company_id, person_id, touched_at);
create index draft_untouched on draft (touched_at);
