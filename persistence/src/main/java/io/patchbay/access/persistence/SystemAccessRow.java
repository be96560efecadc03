package io.patchbay.access.persistence;

import io.patchbay.access.AccessId;
import io.patchbay.access.AccessKind;
import io.patchbay.access.DateFormat;
import io.patchbay.access.SystemAccess;
import io.patchbay.access.TimeZone;
import io.patchbay.credential.persistence.CredentialsColumn;
import io.patchbay.persistence.Moments;
import io.patchbay.persistence.VersionedRow;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Name;
import io.patchbay.system.Environment;
import io.patchbay.system.SystemId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What connectors and instances share of their row.
 *
 * @param own the columns that only this kind has
 */
@NamedInterface("persistence")
public record SystemAccessRow(AccessKind kind, SystemAccess access, Map<String, @Nullable Object> own)
        implements VersionedRow {

    /** The shared columns, for a statement that calls the table {@code it}. */
    public static final String COLUMNS = """
            it.id, it.version, it.company_id, it.system_slug, it.name, it.environment, it.time_zone, it.date_format, \
            it.credentials, it.created_at, it.updated_at""" + ", " + CheckColumns.NAMES;

    @Override
    public UUID companyId() {
        return access.companyId().value();
    }

    @Override
    public UUID id() {
        return access.id().value();
    }

    @Override
    public int version() {
        return access.version();
    }

    @Override
    public SequencedMap<String, @Nullable Object> columns() {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("kind", kind.name());
        columns.put("system_slug", access.system().slug());
        columns.put("name", access.name().value());
        columns.put("environment", access.environment().name());
        columns.put("time_zone", access.timeZone().id().getId());
        columns.put("date_format", access.dateFormat().value());
        columns.put("credentials", CredentialsColumn.of(access.credentials()));
        columns.put("created_at", Moments.toColumn(access.createdAt()));
        columns.put("updated_at", Moments.toColumn(access.updatedAt()));
        columns.putAll(own);
        return columns;
    }

    /** The last check, which later on is written by whoever checks and by nobody who changes settings. */
    @Override
    public SequencedMap<String, @Nullable Object> columnsAtBirth() {
        return CheckColumns.of(access.lastCheck());
    }

    /** The shared part of a row that was read. */
    public static SystemAccess read(ResultSet row) throws SQLException {
        return new SystemAccess(
                new AccessId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                new CompanyId(row.getObject("company_id", UUID.class)),
                new SystemId(row.getString("system_slug")),
                new Name(row.getString("name")),
                Environment.valueOf(row.getString("environment")),
                new TimeZone(ZoneId.of(row.getString("time_zone"))),
                new DateFormat(row.getString("date_format")),
                CredentialsColumn.read(row.getString("credentials")),
                CheckColumns.read(row),
                Moments.read(row, "created_at"),
                Moments.read(row, "updated_at"));
    }
}
