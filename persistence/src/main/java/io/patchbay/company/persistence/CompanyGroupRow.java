package io.patchbay.company.persistence;

import io.patchbay.company.CompanyGroup;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.persistence.Moments;
import io.patchbay.persistence.VersionedRow;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record CompanyGroupRow(UUID id, int version, UUID companyId, String name, Instant createdAt) implements VersionedRow {

    static final String COLUMNS = "it.id, it.version, it.company_id, it.name, it.created_at";

    static CompanyGroupRow of(CompanyGroup group) {
        return new CompanyGroupRow(
                group.id().value(),
                group.version(),
                group.companyId().value(),
                group.name().value(),
                group.createdAt());
    }

    CompanyGroup toDomain() {
        return new CompanyGroup(new CompanyGroupId(id), version, new CompanyId(companyId), new Name(name), createdAt);
    }

    static CompanyGroup read(ResultSet row, int number) throws SQLException {
        return new CompanyGroupRow(
                        row.getObject("id", UUID.class),
                        row.getInt("version"),
                        row.getObject("company_id", UUID.class),
                        row.getString("name"),
                        Moments.read(row, "created_at"))
                .toDomain();
    }

    @Override
    public SequencedMap<String, @Nullable Object> columns() {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("name", name);
        columns.put("created_at", Moments.toColumn(createdAt));
        return columns;
    }
}
