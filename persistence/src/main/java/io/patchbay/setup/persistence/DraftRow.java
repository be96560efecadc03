package io.patchbay.setup.persistence;

import io.patchbay.access.DateFormat;
import io.patchbay.access.TimeZone;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.credential.persistence.CredentialsColumn;
import io.patchbay.identity.ApiTokenId;
import io.patchbay.identity.PersonId;
import io.patchbay.persistence.Moments;
import io.patchbay.persistence.VersionedRow;
import io.patchbay.setup.Draft;
import io.patchbay.setup.DraftId;
import io.patchbay.setup.DraftOwner;
import io.patchbay.setup.General;
import io.patchbay.setup.SetupKind;
import io.patchbay.setup.TimeAndDate;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Name;
import io.patchbay.system.Environment;
import io.patchbay.system.RateLimit;
import io.patchbay.system.SystemId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A draft's row: each step's columns are null until it is answered. */
record DraftRow(Draft draft) implements VersionedRow {

    static final String COLUMNS = """
            it.id, it.version, it.company_id, it.person_id, it.api_token_id, it.kind, it.system_slug, it.name, it.company_group_id, \
            it.environment, it.time_zone, it.date_format, it.rate_limit_requests, it.rate_limit_per, it.credentials, \
            it.started_at, it.touched_at""";

    @Override
    public UUID companyId() {
        return draft.companyId().value();
    }

    @Override
    public UUID id() {
        return draft.id().value();
    }

    @Override
    public int version() {
        return draft.version();
    }

    @Override
    public SequencedMap<String, @Nullable Object> columns() {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        put(columns, draft.owner());
        columns.put("kind", draft.kind().name());
        columns.put("system_slug", draft.system().slug());
        put(columns, draft.general());
        put(columns, draft.timeAndDate());
        columns.put("credentials", draft.credentials() == null ? null : CredentialsColumn.of(draft.credentials()));
        columns.put("started_at", Moments.toColumn(draft.startedAt()));
        columns.put("touched_at", Moments.toColumn(draft.touchedAt()));
        return columns;
    }

    private static void put(SequencedMap<String, @Nullable Object> columns, DraftOwner owner) {
        columns.put("person_id", owner instanceof DraftOwner.OfPerson(var id) ? id.value() : null);
        columns.put("api_token_id", owner instanceof DraftOwner.OfToken(var id) ? id.value() : null);
    }

    private static void put(SequencedMap<String, @Nullable Object> columns, @Nullable General general) {
        var group = general == null ? null : general.companyGroup();
        columns.put("name", general == null ? null : general.name().value());
        columns.put("company_group_id", group == null ? null : group.value());
        columns.put(
                "environment", general == null ? null : general.environment().name());
    }

    private static void put(SequencedMap<String, @Nullable Object> columns, @Nullable TimeAndDate answer) {
        var limit = answer == null ? null : answer.rateLimit();
        columns.put("time_zone", answer == null ? null : answer.timeZone().id().getId());
        columns.put("date_format", answer == null ? null : answer.dateFormat().value());
        columns.put("rate_limit_requests", limit == null ? null : limit.requests());
        columns.put("rate_limit_per", limit == null ? null : limit.per().name());
    }

    static Draft read(ResultSet row, int number) throws SQLException {
        var credentials = row.getString("credentials");
        return new Draft(
                new DraftId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                new CompanyId(row.getObject("company_id", UUID.class)),
                owner(row),
                SetupKind.valueOf(row.getString("kind")),
                new SystemId(row.getString("system_slug")),
                general(row),
                timeAndDate(row),
                credentials == null ? null : CredentialsColumn.read(credentials),
                Moments.read(row, "started_at"),
                Moments.read(row, "touched_at"));
    }

    private static DraftOwner owner(ResultSet row) throws SQLException {
        var person = row.getObject("person_id", UUID.class);
        return person == null
                ? new DraftOwner.OfToken(new ApiTokenId(row.getObject("api_token_id", UUID.class)))
                : new DraftOwner.OfPerson(new PersonId(person));
    }

    private static @Nullable General general(ResultSet row) throws SQLException {
        var name = row.getString("name");
        if (name == null) {
            return null;
        }
        var group = row.getObject("company_group_id", UUID.class);
        return new General(
                new Name(name),
                group == null ? null : new CompanyGroupId(group),
                Environment.valueOf(row.getString("environment")));
    }

    private static @Nullable TimeAndDate timeAndDate(ResultSet row) throws SQLException {
        var zone = row.getString("time_zone");
        if (zone == null) {
            return null;
        }
        var per = row.getString("rate_limit_per");
        return new TimeAndDate(
                new TimeZone(ZoneId.of(zone)),
                new DateFormat(row.getString("date_format")),
                per == null ? null : new RateLimit(row.getInt("rate_limit_requests"), RateLimit.Unit.valueOf(per)));
    }
}
