package io.patchbay.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Persons in memory. */
public class InMemoryPersons implements Persons {

    private final Map<PersonId, Person> saved = new HashMap<>();
    private final Map<PersonId, PasswordHash> hashes = new HashMap<>();

    @Override
    public Optional<Person> find(PersonId id) {
        return Optional.ofNullable(saved.get(id));
    }

    @Override
    public Optional<Person> withEmail(EmailAddress email) {
        return saved.values().stream()
                .filter(person -> person.email().equals(email))
                .findFirst();
    }

    @Override
    public Optional<PasswordHash> passwordHash(PersonId id) {
        return Optional.ofNullable(hashes.get(id));
    }

    @Override
    public Person add(Person person, PasswordHash passwordHash) {
        saved.put(person.id(), person);
        hashes.put(person.id(), passwordHash);
        return person;
    }

    @Override
    public void rehash(PersonId id, PasswordHash passwordHash) {
        hashes.put(id, passwordHash);
    }
}
