package io.patchbay.access.persistence;

import io.patchbay.access.AccessesByCredentials;
import io.patchbay.access.SystemAccess;
import io.patchbay.credential.CredentialsId;
import io.patchbay.shared.CompanyId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcAccessesByCredentials implements AccessesByCredentials {

    private final JdbcClient jdbc;

    JdbcAccessesByCredentials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<SystemAccess> find(CompanyId company, CredentialsId credentials) {
        return jdbc.sql("select " + SystemAccessRow.COLUMNS
                        + " from system_access it where it.company_id = ? and it.credentials ->> 'id' = ? limit 1")
                .params(company.value(), credentials.value().toString())
                .query((row, number) -> SystemAccessRow.read(row))
                .optional();
    }
}
