package io.patchbay.access.persistence;

import io.patchbay.access.AccessId;
import io.patchbay.access.Accesses;
import io.patchbay.access.SystemAccess;
import io.patchbay.shared.CompanyId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcAccesses implements Accesses {

    private final JdbcClient jdbc;

    JdbcAccesses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<SystemAccess> find(CompanyId company, AccessId id) {
        return jdbc.sql("select " + SystemAccessRow.COLUMNS
                        + " from system_access it where it.company_id = ? and it.id = ?")
                .params(company.value(), id.value())
                .query((row, number) -> SystemAccessRow.read(row))
                .optional();
    }
}
