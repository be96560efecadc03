package io.patchbay.app;

import io.patchbay.company.Registration;
import io.patchbay.identity.ApiAccess;
import io.patchbay.identity.PasswordHash;
import io.patchbay.identity.Person;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Secret;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Registers companies, and acts for the people in them. */
@TestComponent
class TestCompanies {

    static final String PASSWORD = "correct horse battery";

    private final Registration registration;
    private final ApiAccess access;

    TestCompanies(Registration registration, ApiAccess access) {
        this.registration = registration;
        this.access = access;
    }

    /** A company with its administrator, whose password is {@link #PASSWORD}, and an API token. */
    record Registered(Person person, String token) {

        String email() {
            return person.email().value();
        }
    }

    Registered register() {
        return register(PASSWORD);
    }

    Registered register(String password) {
        var email = "anna-" + UUID.randomUUID() + "@example.com";
        var person = done(registration.register(
                new Registration.Application("Anna's shops", "Anna", email, new Secret(password)), null));
        return new Registered(
                person,
                as(person, () -> done(access.create("Test", null))).secret().reveal());
    }

    /** Does something as a person who is logged in. */
    <T> T as(Person person, Supplier<T> action) {
        var before = SecurityContextHolder.getContext();
        try {
            var who = new SignedInPerson(person, new PasswordHash("erased"));
            who.eraseCredentials();
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(who, null, who.getAuthorities()));
            SecurityContextHolder.setContext(context);
            return action.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusals) -> throw new AssertionError("Refused: " + refusals);
        };
    }
}
