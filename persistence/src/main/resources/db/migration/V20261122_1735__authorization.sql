-- An attempt to connect by redirect. Of the words by which it is recognised only hashes stand here.
create table authorization_attempt (
    company_id uuid not null references company (id),
    id uuid not null,
    person_id uuid,
    api_token_id uuid,
    -- What gets connected: wishes and no references, because all of them may go meanwhile.
    draft_id uuid,
    connector_id uuid,
    instance_id uuid,
    credentials_id uuid not null,
    key_hash text not null,
    started_at timestamptz not null,
    expires_at timestamptz not null,
    state_hash text,
    binding_hash text,
    redirect_address text,
    verifier_secret_id uuid,
    used_at timestamptz,
    arrived_kind text,
    arrived_id uuid,
    account text,
    account_before text,
    primary key (company_id, id),
    foreign key (company_id, person_id) references person (company_id, id) on delete cascade,
    foreign key (company_id, api_token_id) references api_token (company_id, id) on delete cascade,
    constraint authorization_attempt_starter check (num_nonnulls(person_id, api_token_id) = 1),
    constraint authorization_attempt_target check (num_nonnulls(draft_id, connector_id, instance_id) = 1),
    constraint authorization_attempt_departure check (
        num_nonnulls(state_hash, binding_hash, redirect_address, verifier_secret_id) in (0, 4)),
    constraint authorization_attempt_used check (used_at is null or state_hash is not null),
    constraint authorization_attempt_arrived check (
        num_nonnulls(arrived_kind, arrived_id) in (0, 2) and (arrived_kind is null or used_at is not null)),
    constraint authorization_attempt_arrived_kind check (arrived_kind in ('CONNECTOR', 'INSTANCE'))
);

create unique index authorization_attempt_key on authorization_attempt (key_hash);
create unique index authorization_attempt_state on authorization_attempt (state_hash);
create index authorization_attempt_ended on authorization_attempt (expires_at);
