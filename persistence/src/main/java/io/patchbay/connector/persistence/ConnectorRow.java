package io.patchbay.connector.persistence;

import io.patchbay.access.persistence.SystemAccessRow;
import io.patchbay.company.CompanyGroup;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.connector.Connector;
import io.patchbay.connector.ConnectorSummary;
import io.patchbay.persistence.Moments;
import io.patchbay.shared.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A connector's row: what it shares with an instance, and its group. */
final class ConnectorRow {

    static final String COLUMNS = SystemAccessRow.COLUMNS + ", it.company_group_id";

    static final String SUMMARY_COLUMNS =
            COLUMNS + ", g.version as group_version, g.name as group_name, g.created_at as group_created_at";

    static final String SUMMARY_JOIN =
            "join company_group g on g.company_id = it.company_id and g.id = it.company_group_id";

    private ConnectorRow() {}

    static Map<String, @Nullable Object> own(Connector connector) {
        return Map.of("company_group_id", connector.group().value());
    }

    static Connector read(ResultSet row, int number) throws SQLException {
        return new Connector(
                SystemAccessRow.read(row), new CompanyGroupId(row.getObject("company_group_id", UUID.class)));
    }

    static ConnectorSummary readSummary(ResultSet row, int number) throws SQLException {
        var connector = read(row, number);
        var group = new CompanyGroup(
                connector.group(),
                row.getInt("group_version"),
                connector.access().companyId(),
                new Name(row.getString("group_name")),
                Moments.read(row, "group_created_at"));
        return new ConnectorSummary(connector, group);
    }
}
