create table person (
    id uuid primary key,
    company_id uuid not null references company (id),
    version int not null,
    name text not null,
    email text not null,
    password_hash text not null,
    created_at timestamptz not null,
    unique (company_id, id),
    constraint person_email_unique unique (email),
    constraint person_email_lower_case check (email = lower(email)),
    constraint person_name_form check (char_length(name) between 1 and 80 and name ~ '\S')
);

create table api_token (
    id uuid primary key,
    company_id uuid not null references company (id),
    name text not null,
    token_hash text not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz,
    unique (company_id, id),
    constraint api_token_hash_unique unique (token_hash),
    constraint api_token_hash_form check (token_hash ~ '^[0-9a-f]{64}$'),
    constraint api_token_name_form check (char_length(name) between 1 and 80 and name ~ '\S')
);
