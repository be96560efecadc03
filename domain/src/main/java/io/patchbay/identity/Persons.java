package io.patchbay.identity;

import java.util.Optional;

/** Everybody who may log in. Password hashes go in and come out apart from the person, so that no page carries one. */
public interface Persons {

    Optional<Person> find(PersonId id);

    Optional<Person> withEmail(EmailAddress email);

    /** What the person's password is compared with. */
    Optional<PasswordHash> passwordHash(PersonId id);

    /** Adds somebody who was not there before. */
    Person add(Person person, PasswordHash passwordHash);

    /** Replaces the hash alone, as when a stronger way of hashing came up. */
    void rehash(PersonId id, PasswordHash passwordHash);
}
