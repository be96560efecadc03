package io.patchbay.identity.persistence;

import io.patchbay.identity.EmailAddress;
import io.patchbay.identity.PasswordHash;
import io.patchbay.identity.Person;
import io.patchbay.identity.PersonId;
import io.patchbay.identity.Persons;
import io.patchbay.persistence.VersionedTable;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcPersons implements Persons {

    private final JdbcClient jdbc;
    private final VersionedTable table;

    JdbcPersons(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new VersionedTable(jdbc, "person");
    }

    @Override
    public Optional<Person> find(PersonId id) {
        return where("id = ?", id.value());
    }

    @Override
    public Optional<Person> withEmail(EmailAddress email) {
        return where("email = ?", email.value());
    }

    @Override
    public Optional<PasswordHash> passwordHash(PersonId id) {
        return jdbc.sql("select password_hash from person where id = ?")
                .param(id.value())
                .query((row, number) -> new PasswordHash(row.getString("password_hash")))
                .optional();
    }

    @Override
    public Person add(Person person, PasswordHash passwordHash) {
        var version = table.save(new PersonRow(person, passwordHash));
        return new Person(person.id(), version, person.companyId(), person.name(), person.email(), person.createdAt());
    }

    @Override
    public void rehash(PersonId id, PasswordHash passwordHash) {
        jdbc.sql("update person set password_hash = ? where id = ?")
                .params(passwordHash.encoded(), id.value())
                .update();
    }

    private Optional<Person> where(String condition, Object value) {
        return jdbc.sql("select " + PersonRow.COLUMNS + " from person where " + condition)
                .param(value)
                .query(PersonRow::read)
                .optional();
    }
}
