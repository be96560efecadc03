-- A set of credentials has an id: another set has another one, and tokens hang on it.
update system_access set credentials = credentials || jsonb_build_object('id', gen_random_uuid());
update draft set credentials = credentials || jsonb_build_object('id', gen_random_uuid()) where credentials is not null;

alter table system_access add constraint system_access_credentials_id check (credentials -> 'id' is not null);
alter table draft add constraint draft_credentials_id check (credentials is null or credentials -> 'id' is not null);

create index system_access_credentials on system_access (company_id, (credentials ->> 'id'));

-- What a vendor issued for a set of credentials, and who is renewing it. The tokens are rows of "secret".
create table token_grant (
    company_id uuid not null references company (id),
    credentials_id uuid not null,
    -- Moves forward with every set of tokens, only ever from the one that was read.
    version bigint not null,
    access_token uuid,
    refresh_token uuid,
    account text,
    scopes text[] not null,
    issued_at timestamptz,
    expires_at timestamptz,
    refresh_expires_at timestamptz,
    base_url text,
    -- Who renews it now, by the database's clock, and when the request to the vendor was about to leave.
    lease_owner uuid,
    lease_until timestamptz,
    sent_at timestamptz,
    trouble text,
    attempts int not null,
    retry_at timestamptz,
    used_at timestamptz,
    renew_at timestamptz,
    claimed_until timestamptz,
    primary key (company_id, credentials_id),
    constraint token_grant_tokens_whole check (
        (access_token is null) = (issued_at is null) and (access_token is not null or refresh_token is null)),
    constraint token_grant_lease_whole check (
        (lease_owner is null) = (lease_until is null) and (lease_owner is not null or sent_at is null)),
    constraint token_grant_trouble_whole check (
        (trouble is null) = (attempts = 0) and (trouble is null) = (retry_at is null) and attempts >= 0)
);

create index token_grant_renewal on token_grant (renew_at) where renew_at is not null;

alter table system_access
    drop constraint system_access_check_reason,
    add constraint system_access_check_reason check (
        check_reason in (
            'DNS', 'REFUSED', 'TIMEOUT', 'ADDRESS_FORBIDDEN', 'TLS_EXPIRED', 'TLS_NAME', 'TLS_UNTRUSTED', 'TLS',
            'HTTP_STATUS', 'CREDENTIALS_REFUSED', 'PERMISSION', 'RATE_LIMITED', 'CLOCK', 'WRONG_ENVIRONMENT',
            'CREDENTIALS_UNUSABLE', 'GRANT_GONE', 'REFRESH_ANSWER_LOST', 'KEY_MISSING', 'UNEXPECTED_ANSWER'));
