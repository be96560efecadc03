-- What was answered to a mutation that came with an Idempotency-Key, written in that mutation's own transaction. The answer is
-- null only inside that transaction.
create table kept_answer (
    company_id uuid not null references company (id),
    -- The person or the API token.
    sender_id uuid not null,
    operation text not null,
    idempotency_key text not null,
    fingerprint text not null,
    answer text,
    kept_until timestamptz not null,
    primary key (company_id, sender_id, operation, idempotency_key),
    constraint kept_answer_key_form check (idempotency_key ~ '^[!-~]{1,128}$'),
    constraint kept_answer_fingerprint_form check (fingerprint ~ '^[0-9a-f]{64}$')
);

create index kept_answer_until on kept_answer (kept_until);

-- Under which key a company's requests are fingerprinted; the key itself is a secret like any other.
create table fingerprint_key (
    company_id uuid primary key references company (id),
    secret_id uuid not null,
    foreign key (company_id, secret_id) references secret (company_id, id)
);

create index fingerprint_key_secret on fingerprint_key (company_id, secret_id);
