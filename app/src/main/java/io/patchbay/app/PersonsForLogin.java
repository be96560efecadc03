package io.patchbay.app;

import io.patchbay.identity.EmailAddress;
import io.patchbay.identity.PasswordHash;
import io.patchbay.identity.Person;
import io.patchbay.identity.Persons;
import io.patchbay.shared.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds people by e-mail address for logging in, and takes the stronger hash when a better way of hashing came up. */
@Component
class PersonsForLogin implements UserDetailsService, UserDetailsPasswordService {

    private final Persons persons;

    PersonsForLogin(Persons persons) {
        this.persons = persons;
    }

    @Override
    public UserDetails loadUserByUsername(String email) {
        return parse(email)
                .flatMap(persons::withEmail)
                .flatMap(this::signedIn)
                .orElseThrow(() -> new UsernameNotFoundException("Nobody has this address"));
    }

    @Override
    public UserDetails updatePassword(UserDetails user, @Nullable String newPassword) {
        if (newPassword != null && user instanceof SignedInPerson who) {
            persons.rehash(who.person().id(), new PasswordHash(newPassword));
        }
        return user;
    }

    private Optional<UserDetails> signedIn(Person person) {
        return persons.passwordHash(person.id()).map(hash -> new SignedInPerson(person, hash));
    }

    private static Optional<EmailAddress> parse(String email) {
        return EmailAddress.parse(email, "email") instanceof Outcome.Done<EmailAddress>(var address)
                ? Optional.of(address)
                : Optional.empty();
    }
}
