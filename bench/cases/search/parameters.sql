select company.id as company, '%' || part || '%' as part
from company, (values ('harb'), ('outlet gar'), ('12345'), ('depot blue 39'), ('nothing such')) as term (part)
where company.name = 'Bench'
