package io.patchbay.identity.persistence;

import io.patchbay.identity.EmailAddress;
import io.patchbay.identity.PasswordHash;
import io.patchbay.identity.Person;
import io.patchbay.identity.PersonId;
import io.patchbay.persistence.Moments;
import io.patchbay.persistence.VersionedRow;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person on the way in, together with the hash, which never comes out beside them. */
record PersonRow(Person person, PasswordHash passwordHash) implements VersionedRow {

    static final String COLUMNS = "id, version, company_id, name, email, created_at";

    static Person read(ResultSet row, int number) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                new CompanyId(row.getObject("company_id", UUID.class)),
                new Name(row.getString("name")),
                new EmailAddress(row.getString("email")),
                Moments.read(row, "created_at"));
    }

    @Override
    public UUID companyId() {
        return person.companyId().value();
    }

    @Override
    public UUID id() {
        return person.id().value();
    }

    @Override
    public int version() {
        return person.version();
    }

    @Override
    public SequencedMap<String, @Nullable Object> columns() {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("name", person.name().value());
        columns.put("email", person.email().value());
        columns.put("password_hash", passwordHash.encoded());
        columns.put("created_at", Moments.toColumn(person.createdAt()));
        return columns;
    }
}
