-- A program may leave a wizard unfinished as well as a person.
alter table draft
    alter column person_id drop not null,
    add column api_token_id uuid,
    add foreign key (company_id, api_token_id) references api_token (company_id, id),
    add constraint draft_one_owner check (num_nonnulls(person_id, api_token_id) = 1);

create index draft_of_token on draft (company_id, api_token_id, touched_at) where api_token_id is not null;
