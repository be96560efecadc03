-- One or two letters make no trigram, and where no name has them, every name was read to find that out. These are all
-- letters of a name and all pairs of neighbours. The planner learns how common each of them is.
create function name_letters(name text) returns text[] language sql immutable strict parallel safe
return array(
    select distinct substr(lower(name), at, size)
    from generate_series(1, length(lower(name))) at, (values (1), (2)) sizes (size));

create index system_access_name_letters on system_access using gin (company_id, name_letters(name)) with (fastupdate = off);
create index company_group_name_letters on company_group using gin (company_id, name_letters(name)) with (fastupdate = off);
create index api_token_name_letters on api_token using gin (company_id, name_letters(name)) with (fastupdate = off);
