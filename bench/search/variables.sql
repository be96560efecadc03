-- A thousand pieces of names, from one letter to the whole, and some that no name or only old names have.
with piece as (
    select md5(name || size) as mixed, lower(substr(name, 1 + ('x' || substr(md5(name), 1, 7))::bit(28)::int % length(name), size)) as part
    from (
        select name, 1 + row_number() over (order by id)::int % 27 as size
        from system_access
        where company_id = (select id from company where name = 'Bench') and substr(md5(name), 1, 2) = '00') name)
select jsonb_build_object('text', part)
from (
    (select distinct on (mixed) mixed, btrim(part) as part from piece where btrim(part) <> '' order by mixed limit 985)
    union all
    select '', unnest(array['harb', 'outlet gar', 'harbour wholesale 1', 'depot blue 39', 'nothing such', 'no', 'zzz', 'q',
        'e 1', ' 1', '1', '12', '12345', 'wholesale', 'pot 1'])) text;
