package io.patchbay.company;

import static io.patchbay.setup.TestWorld.done;
import static io.patchbay.shared.Refused.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.identity.InMemoryApiTokens;
import io.patchbay.identity.InMemoryPersons;
import io.patchbay.identity.PasswordHash;
import io.patchbay.identity.TokenHash;
import io.patchbay.shared.Secret;
import io.patchbay.shared.SettableClock;
import org.junit.jupiter.api.Test;

class RegistrationTests {

    private final InMemoryCompanies companies = new InMemoryCompanies();
    private final InMemoryCompanyGroups groups = new InMemoryCompanyGroups();
    private final InMemoryPersons persons = new InMemoryPersons();
    private final InMemoryApiTokens tokens = new InMemoryApiTokens();
    private boolean open;

    private final Registration registration = new Registration(
            companies,
            groups,
            persons,
            tokens,
            password -> new PasswordHash("{test}" + password.reveal().length()),
            new RegistrationPolicy() {
                @Override
                public boolean open() {
                    return open;
                }

                @Override
                public boolean isSetupCode(Secret code) {
                    return code.equals(new Secret("ABCD"));
                }
            },
            new SettableClock());

    @Test
    void makesTheCompanyItsAdministratorAndOneDefaultGroup() {
        var anna = done(registration.register(application("anna@acme.example"), new Secret("ABCD")));

        assertThat(companies.find(anna.companyId()).orElseThrow().name().value())
                .isEqualTo("Acme");
        assertThat(groups.only(anna.companyId())).isPresent();
        assertThat(persons.passwordHash(anna.id())).isPresent();
    }

    @Test
    void asksForTheSetupCodeWhileThereIsNoCompany() {
        assertThat(refusals(registration.register(application("anna@acme.example"), new Secret("wrong"))))
                .containsExactly("WRONG_SETUP_CODE at setupCode");
        assertThat(companies.none()).isTrue();
    }

    @Test
    void doesNotAskWhoeverSitsAtTheMachine() {
        done(registration.register(application("anna@acme.example"), null));
    }

    @Test
    void isClosedAfterTheFirstCompanyUnlessOpened() {
        done(registration.register(application("anna@acme.example"), null));

        assertThat(refusals(registration.register(application("ben@other.example"), new Secret("ABCD"))))
                .containsExactly("REGISTRATION_CLOSED at ");
        open = true;
        done(registration.register(application("ben@other.example"), null));
    }

    @Test
    void refusesAnAddressThatIsRegisteredInAnyCase() {
        open = true;
        done(registration.register(application("anna@acme.example"), null));

        assertThat(refusals(registration.register(application("Anna@ACME.example"), null)))
                .containsExactly("EMAIL_TAKEN at email");
    }

    @Test
    void namesEveryProblemAtOnce() {
        var outcome = registration.register(
                new Registration.Application(" ", null, "anna", new Secret("short")), new Secret("wrong"));

        assertThat(refusals(outcome))
                .containsExactly(
                        "WRONG_SETUP_CODE at setupCode",
                        "INVALID_NAME at companyName",
                        "INVALID_NAME at name",
                        "INVALID_EMAIL at email",
                        "INVALID_PASSWORD at password");
    }

    @Test
    void isDoneOnceBySettingsAndNeverAgain() {
        assertThat(done(registration.bootstrap(application("anna@acme.example"), new Secret("token"))))
                .isTrue();
        assertThat(tokens.withHash(TokenHash.of(new Secret("token")))).isPresent();
        assertThat(done(registration.bootstrap(application("ben@other.example"), null)))
                .isFalse();
    }

    private static Registration.Application application(String email) {
        return new Registration.Application("Acme", "Anna", email, new Secret("correct horse battery"));
    }
}
