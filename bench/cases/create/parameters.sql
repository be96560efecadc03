select company.id as company, data_key.id as data_key, {from} as place
from company, data_key where company.name = 'Bench' and is_primary
