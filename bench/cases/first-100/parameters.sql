select id as company from company where name = 'Bench'
