create table installed_system (
    company_id uuid not null references company (id),
    system_slug text not null,
    installed_at timestamptz not null,
    primary key (company_id, system_slug)
);

-- Connectors and instances. What only one of the two has is null for the other.
create table system_access (
    company_id uuid not null references company (id),
    id uuid not null,
    version int not null,
    kind text not null,
    system_slug text not null,
    name text not null,
    environment text not null,
    time_zone text not null,
    date_format text not null,
    credentials jsonb not null,
    status text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    company_group_id uuid,
    rate_limit_requests int,
    rate_limit_per text,
    -- Null for a connector, which needs no installation, so the foreign key then asks nothing.
    installed_system_slug text generated always as (case when kind = 'INSTANCE' then system_slug end) stored,
    primary key (company_id, id),
    foreign key (company_id, company_group_id) references company_group (company_id, id),
    foreign key (company_id, installed_system_slug) references installed_system (company_id, system_slug),
    constraint system_access_kind check (kind in ('CONNECTOR', 'INSTANCE')),
    constraint system_access_environment check (environment in ('LIVE', 'TEST')),
    constraint system_access_status check (
        status in ('NOT_CHECKED', 'OPERATIONAL', 'SYSTEM_UNREACHABLE', 'FAILED_AUTHENTICATION', 'NEEDS_RECONNECT')),
    constraint system_access_name_form check (char_length(name) between 1 and 80 and name ~ '\S'),
    constraint system_access_group_of_connector check ((kind = 'CONNECTOR') = (company_group_id is not null)),
    constraint system_access_limit_of_instance check (
        (rate_limit_requests is null) = (rate_limit_per is null)
        and (kind = 'INSTANCE' or rate_limit_requests is null)),
    constraint system_access_limit_form check (
        rate_limit_requests > 0 and rate_limit_per in ('SECOND', 'MINUTE', 'HOUR', 'DAY'))
);

-- At most one live and one test connector per system per company group; the last word under any concurrency.
create unique index system_access_place
    on system_access (company_id, company_group_id, system_slug, environment) where kind = 'CONNECTOR';

-- Lists are ordered by id and read by keyset: one index for each thing that they are narrowed by.
create index system_access_page on system_access (company_id, kind, id);
create index system_access_page_environment on system_access (company_id, kind, environment, id);
create index system_access_page_system on system_access (company_id, kind, system_slug, id);
create index system_access_page_status on system_access (company_id, kind, status, id);
create index system_access_page_group on system_access (company_id, company_group_id, id) where kind = 'CONNECTOR';
create index system_access_name_part on system_access using gin (company_id, name gin_trgm_ops);

-- For the foreign key, which looks for instances when a system is uninstalled.
create index system_access_installed on system_access (company_id, installed_system_slug)
    where installed_system_slug is not null;
