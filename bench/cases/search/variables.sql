select jsonb_build_object('text', part)
from (values ('harb'), ('outlet gar'), ('12345'), ('depot blue 39'), ('nothing such')) as term (part)
