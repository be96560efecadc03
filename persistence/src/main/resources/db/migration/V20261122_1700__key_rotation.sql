-- Moving every secret to a new data key. One is under way at most; any node takes the next portion.
create table key_rotation (
    id uuid primary key,
    data_key_id uuid not null references data_key (id),
    started_at timestamptz not null,
    finished_at timestamptz,
    total bigint not null,
    done bigint not null default 0,
    failed bigint not null default 0,
    -- How often everything has been walked through, what this walk moved and met, and the last secret that it looked at.
    walk int not null default 1,
    moved_in_walk bigint not null default 0,
    failed_in_walk bigint not null default 0,
    company_id uuid,
    secret_id uuid
);

create unique index key_rotation_one_under_way on key_rotation ((finished_at is null)) where finished_at is null;
