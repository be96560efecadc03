-- The last check of the credentials that stand in the row now.
alter table system_access
    add column check_reason text,
    add column check_hint text,
    add column check_latency_ms int,
    add column checked_at timestamptz,
    alter column status set default 'NOT_CHECKED',
    add constraint system_access_check_whole check ((status = 'NOT_CHECKED') = (checked_at is null)),
    add constraint system_access_check_reason check (
        check_reason in (
            'DNS', 'REFUSED', 'TIMEOUT', 'ADDRESS_FORBIDDEN', 'TLS_EXPIRED', 'TLS_NAME', 'TLS_UNTRUSTED', 'TLS',
            'HTTP_STATUS', 'CREDENTIALS_REFUSED', 'PERMISSION', 'RATE_LIMITED', 'CLOCK', 'WRONG_ENVIRONMENT',
            'CREDENTIALS_UNUSABLE', 'GRANT_GONE', 'KEY_MISSING', 'UNEXPECTED_ANSWER'));
