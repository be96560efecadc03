-- Search by part of a name: every letter of a name, every two neighbours and every three, with the company and the chapter of
-- its id (docs/decisions/0032). One index does what those of trigrams and of letters did.
drop index system_access_name_part, company_group_name_part, api_token_name_part;
drop index system_access_name_letters, company_group_name_letters, api_token_name_letters;
drop function name_letters;

-- The time in a UUID of version 7, in steps of 2^30 milliseconds: twelve days.
create function search_chapter(id uuid) returns int language sql immutable strict parallel safe
return get_byte(uuid_send(id), 0) * 1024 + get_byte(uuid_send(id), 1) * 4 + get_byte(uuid_send(id), 2) / 64;

create function name_parts(company_id uuid, chapter int, name text) returns bigint[] language sql immutable strict parallel safe
return array(
    select distinct hashtextextended(substr(lower(name), at, size), uuid_hash_extended(company_id, chapter))
    from generate_series(1, length(lower(name))) at, (values (1), (2), (3)) sizes (size));

-- What the parts of a name that has this text must contain: four of three letters, evenly spread. More narrow it down by less
-- than they cost to look up in each chapter.
create function text_parts(company_id uuid, chapter int, text text) returns bigint[] language sql immutable strict parallel safe
return array(
    select distinct hashtextextended(
        substr(lower(text), 1 + greatest(0, length(lower(text)) - 3) * place / 3, 3), uuid_hash_extended(company_id, chapter))
    from generate_series(0, 3) place);

-- What is written goes straight into the index, because each search would read what waits to its end.
create index system_access_name_parts on system_access using gin (name_parts(company_id, search_chapter(id), name))
    with (fastupdate = off);
create index company_group_name_parts on company_group using gin (name_parts(company_id, search_chapter(id), name))
    with (fastupdate = off);
create index api_token_name_parts on api_token using gin (name_parts(company_id, search_chapter(id), name))
    with (fastupdate = off);
