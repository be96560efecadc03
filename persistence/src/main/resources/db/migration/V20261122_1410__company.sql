create table company (
    id uuid primary key,
    version int not null,
    name text not null,
    constraint company_name_form check (char_length(name) between 1 and 80 and name ~ '\S')
);

create table company_group (
    company_id uuid not null references company (id),
    id uuid not null,
    version int not null,
    name text not null,
    created_at timestamptz not null,
    primary key (company_id, id),
    constraint company_group_name_form check (char_length(name) between 1 and 80 and name ~ '\S')
);

create unique index company_group_name_unique on company_group (company_id, lower(name));
create index company_group_name_part on company_group using gin (company_id, name gin_trgm_ops);
