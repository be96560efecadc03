-- The keys that encrypt secrets, each encrypted itself by the owner's master key. They belong to no company.
create table data_key (
    id uuid primary key,
    wrapped bytea not null,
    master_key_id text not null,
    is_primary boolean not null,
    created_at timestamptz not null
);

-- Two nodes that start on an empty database at once agree on one key.
create unique index data_key_one_primary on data_key (is_primary) where is_primary;

-- The ciphertext is bound to company, id and version, so a row that was moved or rolled back cannot be decrypted.
create table secret (
    company_id uuid not null references company (id),
    id uuid not null,
    version int not null,
    data_key_id uuid not null references data_key (id),
    ciphertext bytea not null,
    created_at timestamptz not null,
    primary key (company_id, id)
);
