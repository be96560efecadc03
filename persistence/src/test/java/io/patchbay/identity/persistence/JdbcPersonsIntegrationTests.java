package io.patchbay.identity.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.identity.EmailAddress;
import io.patchbay.identity.PasswordHash;
import io.patchbay.identity.Person;
import io.patchbay.identity.PersonId;
import io.patchbay.persistence.TestTables;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Contended;
import io.patchbay.shared.Name;
import org.junit.jupiter.api.Test;

class JdbcPersonsIntegrationTests {

    private static final PasswordHash HASH = new PasswordHash("{argon2}salt$hash");

    private final TestTables tables = new TestTables();
    private final JdbcPersons persons = new JdbcPersons(tables.jdbc());
    private final CompanyId company = tables.company();

    @Test
    void givesBackWhoWasAdded() {
        var anna = person("anna@acme.example");

        var added = persons.add(anna, HASH);

        assertThat(persons.find(anna.id())).contains(added);
        assertThat(persons.withEmail(anna.email())).contains(added);
        assertThat(added).usingRecursiveComparison().ignoringFields("version").isEqualTo(anna);
        assertThat(persons.passwordHash(anna.id()).orElseThrow().encoded()).isEqualTo(HASH.encoded());
    }

    @Test
    void refusesASecondOneWithTheSameEmail() {
        persons.add(person("anna@acme.example"), HASH);

        assertThatThrownBy(() -> persons.add(person("anna@acme.example"), HASH))
                .isInstanceOf(Contended.class)
                .hasMessageNotContaining("argon2");
    }

    @Test
    void replacesTheHashAlone() {
        var added = persons.add(person("anna@acme.example"), HASH);

        persons.rehash(added.id(), new PasswordHash("{argon2}stronger"));

        assertThat(persons.passwordHash(added.id()).orElseThrow().encoded()).isEqualTo("{argon2}stronger");
        assertThat(persons.find(added.id())).contains(added);
    }

    @Test
    void knowsNobodyElse() {
        assertThat(persons.find(PersonId.next())).isEmpty();
        assertThat(persons.withEmail(new EmailAddress("nobody@acme.example"))).isEmpty();
        assertThat(persons.passwordHash(PersonId.next())).isEmpty();
    }

    private Person person(String email) {
        return new Person(PersonId.next(), 0, company, new Name("Anna"), new EmailAddress(email), TestTables.NOW);
    }
}
