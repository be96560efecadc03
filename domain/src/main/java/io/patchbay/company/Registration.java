package io.patchbay.company;

import io.patchbay.identity.ApiToken;
import io.patchbay.identity.ApiTokenId;
import io.patchbay.identity.ApiTokens;
import io.patchbay.identity.EmailAddress;
import io.patchbay.identity.Passwords;
import io.patchbay.identity.Person;
import io.patchbay.identity.PersonId;
import io.patchbay.identity.Persons;
import io.patchbay.identity.TokenHash;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Name;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Problems;
import io.patchbay.shared.RefusalCode;
import io.patchbay.shared.Secret;
import io.patchbay.shared.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a company with its administrator and one default group, as a visitor asks or as the start-up settings say. */
@UseCase
public class Registration {

    private final Companies companies;
    private final CompanyGroups groups;
    private final Persons persons;
    private final ApiTokens tokens;
    private final Passwords passwords;
    private final RegistrationPolicy policy;
    private final Clock clock;

    public Registration(
            Companies companies,
            CompanyGroups groups,
            Persons persons,
            ApiTokens tokens,
            Passwords passwords,
            RegistrationPolicy policy,
            Clock clock) {
        this.companies = companies;
        this.groups = groups;
        this.persons = persons;
        this.tokens = tokens;
        this.passwords = passwords;
        this.policy = policy;
        this.clock = clock;
    }

    /** What a visitor may do. */
    public enum State {
        /** There is no company yet: the visitor sets Patchbay up, with the set-up code unless on this machine. */
        FIRST,
        /** Anyone may register a further company. */
        OPEN,
        /** Nobody may. */
        CLOSED
    }

    /** What a visitor typed. */
    public record Application(
            @Nullable String companyName,
            @Nullable String name,
            @Nullable String email,
            Secret password) {}

    public State state() {
        if (companies.none()) {
            return State.FIRST;
        }
        return policy.open() ? State.OPEN : State.CLOSED;
    }

    /**
     * Registers a company.
     *
     * @param setupCode what the visitor typed as set-up code; null where none is asked of them because they sit at the machine
     */
    public Outcome<Person> register(Application application, @Nullable Secret setupCode) {
        companies.lockForRegistration();
        return switch (state()) {
            case CLOSED ->
                Outcome.refused(InvalidInput.overall(RefusalCode.REGISTRATION_CLOSED, "registration.closed"));
            case FIRST -> accept(application, setupCode != null && !policy.isSetupCode(setupCode));
            case OPEN -> accept(application, false);
        };
    }

    /** Sets an empty Patchbay up without a visitor; does nothing where there is a company already. */
    public Outcome<Boolean> bootstrap(Application application, @Nullable Secret apiToken) {
        companies.lockForRegistration();
        if (!companies.none()) {
            return Outcome.done(false);
        }
        return accept(application, false).map(person -> {
            if (apiToken != null) {
                addToken(person.companyId(), apiToken);
            }
            return true;
        });
    }

    private Outcome<Person> accept(Application application, boolean wrongSetupCode) {
        var problems = new Problems();
        if (wrongSetupCode) {
            problems.add(InvalidInput.of(RefusalCode.WRONG_SETUP_CODE, "setupCode", "setup-code.wrong"));
        }
        var companyName = problems.check(Name.parse(application.companyName(), "companyName"));
        var name = problems.check(Name.parse(application.name(), "name"));
        var email = problems.check(freeEmail(application.email()));
        var password = problems.check(Passwords.parse(application.password(), "password"));
        return problems.or(() -> add(
                Objects.requireNonNull(companyName),
                Objects.requireNonNull(name),
                Objects.requireNonNull(email),
                Objects.requireNonNull(password)));
    }

    private Outcome<EmailAddress> freeEmail(@Nullable String text) {
        return EmailAddress.parse(text, "email")
                .flatMap(email -> persons.withEmail(email).isEmpty()
                        ? Outcome.done(email)
                        : Outcome.refused(InvalidInput.of(RefusalCode.EMAIL_TAKEN, "email", "email.taken")));
    }

    private Person add(Name companyName, Name name, EmailAddress email, Secret password) {
        var company = companies.save(Company.named(companyName));
        groups.save(CompanyGroup.named(companyName, company.id(), now()));
        var person = new Person(PersonId.next(), 0, company.id(), name, email, now());
        return persons.add(person, passwords.hash(password));
    }

    private void addToken(CompanyId company, Secret secret) {
        var token = new ApiToken(ApiTokenId.next(), company, new Name("Bootstrap"), now(), null, null, null);
        tokens.add(token, TokenHash.of(secret));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
