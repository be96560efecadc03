package io.patchbay.setup;

import io.patchbay.access.AccessChecking;
import io.patchbay.access.AccessRules;
import io.patchbay.access.InMemoryChecks;
import io.patchbay.access.StatusRelay;
import io.patchbay.attention.Attention;
import io.patchbay.attention.Expirations;
import io.patchbay.attention.InMemoryConcerns;
import io.patchbay.attention.InMemoryExpiries;
import io.patchbay.company.Company;
import io.patchbay.company.CompanyAdministration;
import io.patchbay.company.CompanyGroup;
import io.patchbay.company.CompanyGroupId;
import io.patchbay.company.InMemoryCompanies;
import io.patchbay.company.InMemoryCompanyGroups;
import io.patchbay.company.Registration;
import io.patchbay.company.RegistrationPolicy;
import io.patchbay.connector.CompanyGroupRemoval;
import io.patchbay.connector.Connector;
import io.patchbay.connector.ConnectorAdministration;
import io.patchbay.connector.ConnectorChecking;
import io.patchbay.connector.InMemoryConnectors;
import io.patchbay.credential.Applications;
import io.patchbay.credential.GivenCredential;
import io.patchbay.credential.InMemorySecretKeys;
import io.patchbay.credential.InMemorySecretStore;
import io.patchbay.credential.KeyCare;
import io.patchbay.credential.RevealedCredentials;
import io.patchbay.history.InMemoryCheckHistory;
import io.patchbay.history.Uptimes;
import io.patchbay.identity.ApiAccess;
import io.patchbay.identity.EmailAddress;
import io.patchbay.identity.InMemoryApiTokens;
import io.patchbay.identity.InMemoryPersons;
import io.patchbay.identity.PasswordHash;
import io.patchbay.identity.Person;
import io.patchbay.identity.PersonId;
import io.patchbay.identity.SettableViewer;
import io.patchbay.identity.Viewer;
import io.patchbay.instance.InMemoryInstalledSystems;
import io.patchbay.instance.InMemoryInstances;
import io.patchbay.instance.Installation;
import io.patchbay.instance.InstanceAdministration;
import io.patchbay.instance.InstanceChecking;
import io.patchbay.limit.InMemoryLedgers;
import io.patchbay.limit.RateLimits;
import io.patchbay.shared.Name;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Secret;
import io.patchbay.shared.SettableClock;
import io.patchbay.system.Environment;
import io.patchbay.system.InMemorySystemDefinitions;
import io.patchbay.system.TestSystems;
import io.patchbay.token.AccessTokens;
import io.patchbay.token.InMemoryTokenGrants;
import io.patchbay.token.InMemoryTokenWatch;
import io.patchbay.token.RenewalPace;
import io.patchbay.token.ScriptedVendor;
import io.patchbay.token.TokenSteps;
import io.patchbay.token.Tokens;
import io.patchbay.usage.InMemoryUsageHours;
import io.patchbay.usage.InMemoryUseFindings;
import io.patchbay.usage.UsageReading;
import io.patchbay.usage.UseLedger;
import io.patchbay.usage.UseWriting;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole Patchbay in memory: every port, every use case, one company with one group, and Anna who is logged in. */
public class TestWorld {

    public final SettableClock clock = new SettableClock();
    public final SettableViewer viewer = new SettableViewer();
    public final InMemorySystemDefinitions systems = TestSystems.all();
    public final InMemoryCompanies companies = new InMemoryCompanies();
    public final InMemoryCompanyGroups groups = new InMemoryCompanyGroups();
    public final InMemoryPersons persons = new InMemoryPersons();
    public final InMemoryApiTokens tokens = new InMemoryApiTokens();
    public final InMemorySecretStore secrets = new InMemorySecretStore();
    public final InMemorySecretKeys keys = new InMemorySecretKeys(clock);
    public final InMemoryTokenGrants grants = new InMemoryTokenGrants(clock);
    public final InMemoryTokenWatch tokenWatch = new InMemoryTokenWatch();
    public final Tokens tokenStore = new Tokens(grants, secrets, tokenWatch, clock);
    public final InMemoryConnectors connectors = new InMemoryConnectors(groups);
    public final InMemoryInstances instances = new InMemoryInstances();
    public final InMemoryInstalledSystems installed = new InMemoryInstalledSystems();
    public final InMemoryDrafts drafts = new InMemoryDrafts();
    public final InMemoryCheckHistory history = new InMemoryCheckHistory();
    public final Uptimes uptimes = new Uptimes(history, clock);

    public final InMemoryUsageHours usageHours = new InMemoryUsageHours();
    public final UseLedger uses = new UseLedger();
    public final UseWriting useWriting = new UseWriting(uses, new InMemoryUseFindings(), usageHours, systems, clock);
    public final UsageReading usageReading = new UsageReading(usageHours, clock);

    public final AccessRules rules = new AccessRules(systems, secrets, tokenStore, clock);

    public final StatusRelay statusChanges =
            new StatusRelay(change -> Thread.ofVirtual().start(change), Duration.ZERO);

    public final ConnectorSetup connectorSetup = new ConnectorSetup(groups, connectors, rules, viewer);
    public final InstanceSetup instanceSetup = new InstanceSetup(installed, instances, rules, viewer);
    public final DraftSetup draftSetup = new DraftSetup(drafts, secrets, groups, connectors, installed, rules, viewer);
    public final StepValidation stepValidation = new StepValidation(groups, connectors, installed, rules, viewer);
    public final DraftCreation draftCreation =
            new DraftCreation(drafts, groups, connectors, instances, installed, rules, viewer);
    public final ConnectorAdministration connectorAdministration =
            new ConnectorAdministration(connectors, rules, viewer);
    public final InstanceAdministration instanceAdministration = new InstanceAdministration(instances, rules, viewer);
    public final Installation installation = new Installation(installed, instances, rules, viewer);
    public final CompanyAdministration companyAdministration =
            new CompanyAdministration(companies, groups, viewer, clock);
    public final CompanyGroupRemoval companyGroupRemoval = new CompanyGroupRemoval(groups, connectors, viewer);
    public final InMemoryChecks checks = new InMemoryChecks();
    public final RevealedCredentials revealed = new RevealedCredentials(secrets, Applications.NONE);
    public final ScriptedVendor vendor = new ScriptedVendor(clock);
    public final AccessTokens accessTokens = new AccessTokens(
            tokenStore, new TokenSteps(grants, secrets, tokenWatch, clock), revealed, vendor, clock, RenewalPace.USUAL);
    public final InMemoryLedgers ledgers = InMemoryLedgers.ofPlenty();
    public final RateLimits limits = new RateLimits(ledgers.steps(), ledgers, key -> instances.ownLimit(key));
    public final AccessChecking accessChecking = new AccessChecking(
            systems,
            revealed,
            checks,
            (checked, result) -> connectors.record(checked, result) || instances.record(checked, result),
            accessTokens,
            limits,
            clock);
    public final ConnectorChecking connectorChecking = new ConnectorChecking(connectors, accessChecking, viewer);
    public final InstanceChecking instanceChecking = new InstanceChecking(instances, accessChecking, viewer);
    public final DraftChecking draftChecking = new DraftChecking(drafts, rules, accessChecking, viewer);
    public final Attention attention =
            new Attention(new InMemoryConcerns(connectors, instances), connectors, instances, systems, viewer, clock);
    public final Expirations expirations = new Expirations(
            new InMemoryExpiries(connectors, instances, tokens), connectors, instances, tokens, viewer, clock);
    public final KeyCare keyCare = new KeyCare(keys, companies, viewer);
    public final ApiAccess apiAccess = new ApiAccess(tokens, viewer, clock);

    public final Company acme = companies.save(Company.named(new Name("Acme")));
    public final CompanyGroup retail = groups.save(CompanyGroup.named(new Name("Retail"), acme.id(), clock.instant()));
    public final Person anna = person(acme, "anna@acme.example");

    public TestWorld() {
        viewer.actAs(new Viewer.SignedIn(anna));
        connectors.telling(statusChanges::tell);
        instances.telling(statusChanges::tell);
    }

    /** Registration as the policy says; passwords are "hashed" by a marker. */
    public Registration registration(RegistrationPolicy policy) {
        return new Registration(
                companies, groups, persons, tokens, password -> new PasswordHash("{test}"), policy, clock);
    }

    /** Somebody who works for a company. */
    public final Person person(Company company, String email) {
        var person = new Person(
                PersonId.next(), 0, company.id(), new Name("Anna"), new EmailAddress(email), clock.instant());
        return persons.add(person, new PasswordHash("{test}"));
    }

    /** A second company with a group and a person of its own. */
    public Person stranger() {
        var other = companies.save(Company.named(new Name("Other")));
        groups.save(CompanyGroup.named(new Name("Other"), other.id(), clock.instant()));
        return person(other, "stranger@other.example");
    }

    /** What a person would type for a connector to the corner shop. */
    public static Wish shopWish(String name, Environment environment, @Nullable CompanyGroupId group) {
        return new Wish(
                TestSystems.SHOP.id().slug(),
                new General.Typed(name, group, environment),
                new TimeAndDate.Typed(null, null, null),
                "api-key",
                List.of(given("shop", "my-shop"), given("api_key", "sesame")));
    }

    /** A live connector to the corner shop in the only group. */
    public Connector shopConnector(String name) {
        return done(connectorSetup.create(shopWish(name, Environment.LIVE, null)));
    }

    public static GivenCredential given(String key, String value) {
        return new GivenCredential(key, new Secret(value));
    }

    /** What was done; fails the test where it was refused. */
    public static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusals) -> throw new AssertionError("Refused: " + refusals);
        };
    }
}
