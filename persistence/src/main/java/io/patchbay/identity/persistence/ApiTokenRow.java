package io.patchbay.identity.persistence;

import io.patchbay.identity.ApiToken;
import io.patchbay.identity.ApiTokenId;
import io.patchbay.persistence.Moments;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** How an API token is read. The hash by which it is found stays in the database. */
final class ApiTokenRow {

    static final String COLUMNS =
            "it.id, it.company_id, it.name, it.created_at, it.expires_at, it.last_used_at, it.revoked_at";

    /** What it is good for at the moment that stands where {@code %s} does; see {@link ApiToken#stateAt}. */
    static final String STATE = """
            case when it.revoked_at is not null then 'REVOKED' when it.expires_at <= %s then 'EXPIRED' else 'ACTIVE' end\
            """;

    private ApiTokenRow() {}

    static ApiToken read(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                new ApiTokenId(row.getObject("id", UUID.class)),
                new CompanyId(row.getObject("company_id", UUID.class)),
                new Name(row.getString("name")),
                Moments.read(row, "created_at"),
                Moments.readNullable(row, "expires_at"),
                Moments.readNullable(row, "last_used_at"),
                Moments.readNullable(row, "revoked_at"));
    }
}
