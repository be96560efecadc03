-- Search by part of a name, within one company: trigrams (pg_trgm) beside a uuid (btree_gin) in one index.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
