-- What was written since the last vacuum would be searched row by row: 6,000 new connectors made each search by name 20 to
-- 100 times slower. Writing straight into the index costs a writer little.
alter index system_access_name_part set (fastupdate = off);
alter index company_group_name_part set (fastupdate = off);
alter index api_token_name_part set (fastupdate = off);
select gin_clean_pending_list('system_access_name_part');
select gin_clean_pending_list('company_group_name_part');
select gin_clean_pending_list('api_token_name_part');
