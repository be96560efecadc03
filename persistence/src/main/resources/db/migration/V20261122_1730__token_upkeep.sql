-- When a grant is renewed though nobody asks: ahead of its end where it is in use, and before it ends for want of use.
alter table token_grant
    add column ahead_at timestamptz,
    add column keep_alive_at timestamptz,
    alter column used_at set default now(),
    alter column used_at set not null;

drop index token_grant_renewal;
create index token_grant_ahead on token_grant (ahead_at) where ahead_at is not null;
create index token_grant_keep_alive on token_grant (keep_alive_at) where keep_alive_at is not null;
