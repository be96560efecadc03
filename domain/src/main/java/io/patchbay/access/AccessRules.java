package io.patchbay.access;

import io.patchbay.credential.CredentialIntake;
import io.patchbay.credential.CredentialRules;
import io.patchbay.credential.Credentials;
import io.patchbay.credential.GivenCredential;
import io.patchbay.credential.SecretStore;
import io.patchbay.shared.CompanyId;
import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Name;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Problems;
import io.patchbay.shared.RefusalCode;
import io.patchbay.shared.StaleVersion;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.Environment;
import io.patchbay.system.SystemDefinition;
import io.patchbay.system.SystemDefinitions;
import io.patchbay.token.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rules that connectors and instances share, written once. Thread-safe. */
public final class AccessRules {

    private final SystemDefinitions systems;
    private final SecretStore secrets;
    private final Tokens tokens;
    private final CredentialIntake intake;
    private final Clock clock;

    public AccessRules(SystemDefinitions systems, SecretStore secrets, Tokens tokens, Clock clock) {
        this.systems = systems;
        this.secrets = secrets;
        this.tokens = tokens;
        this.intake = new CredentialIntake(secrets);
        this.clock = clock;
    }

    /** A method with values that fit it, not yet kept. */
    public record Opening(AuthenticationMethod method, Map<String, GivenCredential> values) {}

    public Outcome<SystemDefinition> system(@Nullable String slug) {
        return systems.find(slug == null ? "" : slug)
                .map(Outcome::done)
                .orElseGet(() ->
                        Outcome.refused(InvalidInput.of(RefusalCode.NOT_FOUND, "systemSlug", "not-found.system")));
    }

    /** That the vendor has such an environment; any will do where the system is not known. */
    public static Outcome<Environment> environment(
            @Nullable SystemDefinition system, @Nullable Environment environment) {
        if (environment == null) {
            return Outcome.refused(InvalidInput.of(RefusalCode.INVALID_INPUT, "environment", "environment.required"));
        }
        return system == null || system.has(environment)
                ? Outcome.done(environment)
                : Outcome.refused(InvalidInput.of(
                        RefusalCode.ENVIRONMENT_NOT_AVAILABLE,
                        "environment",
                        environment == Environment.TEST ? "environment.no-test" : "environment.no-live",
                        system.name()));
    }

    /** Null: the system's default, or UTC where it has none. */
    public static Outcome<TimeZone> timeZone(@Nullable SystemDefinition system, @Nullable String text) {
        if (text != null) {
            return TimeZone.parse(text, "timeZone");
        }
        var preferred = system == null ? null : system.defaults().timeZone();
        return Outcome.done(preferred == null ? TimeZone.UTC : new TimeZone(preferred));
    }

    /** Null: the system's default. */
    public static Outcome<DateFormat> dateFormat(@Nullable SystemDefinition system, @Nullable String text) {
        var wanted = text != null || system == null ? text : system.defaults().dateFormat();
        return wanted == null ? Outcome.done(DateFormat.ISO_8601) : DateFormat.parse(wanted, "dateFormat");
    }

    /** That the system has the method. */
    public static Outcome<AuthenticationMethod> method(SystemDefinition system, @Nullable String key) {
        var method = system.method(key == null ? "" : key);
        if (method.isEmpty()) {
            var known = system.authenticationMethods().stream()
                    .map(AuthenticationMethod::key)
                    .toList();
            return Outcome.refused(InvalidInput.of(
                    RefusalCode.UNKNOWN_AUTHENTICATION_METHOD,
                    "authenticationMethod",
                    "method.unknown",
                    system.name(),
                    String.join(", ", known)));
        }
        return Outcome.done(method.get());
    }

    /** A method and the whole set of its credentials. */
    public static Outcome<Opening> opening(
            SystemDefinition system, @Nullable String methodKey, List<GivenCredential> given) {
        return method(system, methodKey)
                .flatMap(
                        method -> CredentialRules.checkWhole(method, given).map(values -> new Opening(method, values)));
    }

    /** Keeps the values of an opening. */
    public Credentials keep(CompanyId company, Environment environment, Opening opening) {
        return intake.keep(
                company,
                environment,
                opening.method(),
                opening.values(),
                Credentials.none(opening.method().key()),
                now());
    }

    /** The settings with those changed that are not null; refused when somebody else was there first. */
    public Outcome<SystemAccess> change(
            SystemAccess access, @Nullable String name, @Nullable String timeZone, @Nullable String dateFormat) {
        var problems = new Problems();
        var newName = problems.check(name == null ? Outcome.done(access.name()) : Name.parse(name, "name"));
        var newZone = problems.check(
                timeZone == null ? Outcome.done(access.timeZone()) : TimeZone.parse(timeZone, "timeZone"));
        var newFormat = problems.check(
                dateFormat == null ? Outcome.done(access.dateFormat()) : DateFormat.parse(dateFormat, "dateFormat"));
        return problems.or(() -> access.changedTo(
                Objects.requireNonNull(newName),
                Objects.requireNonNull(newZone),
                Objects.requireNonNull(newFormat),
                now()));
    }

    /**
     * The access with another whole set of credentials; nothing is merged with the old set, whose secrets are destroyed.
     * So no kept secret is ever sent to a host that was typed later.
     */
    public Outcome<SystemAccess> replaceCredentials(
            SystemAccess access, @Nullable String methodKey, List<GivenCredential> given) {
        return system(access.system().slug())
                .flatMap(system -> opening(system, methodKey, given))
                .map(opening -> {
                    var replaced = access.withReplaced(keep(access.companyId(), access.environment(), opening), now());
                    forget(access);
                    return replaced;
                });
    }

    /** Destroys the secrets that an access points to, and the tokens that were issued for them. */
    public void forget(SystemAccess access) {
        forget(access.companyId(), access.credentials());
    }

    /** Destroys a set of credentials: its secrets, and the tokens that were issued for it. */
    public void forget(CompanyId company, Credentials credentials) {
        tokens.forget(company, credentials.id());
        secrets.forget(company, credentials.secrets());
    }

    /** Destroys what a set of credentials had and the one that replaces it has not: secrets, and the tokens in any case. */
    public void forget(CompanyId company, Credentials replaced, Credentials by) {
        tokens.forget(company, replaced.id());
        secrets.forget(
                company,
                replaced.secrets().stream()
                        .filter(secret -> !by.secrets().contains(secret))
                        .toList());
    }

    /** Goes on only where nobody changed the thing since the caller read it. */
    public static <T, R> Outcome<R> ifCurrent(T thing, int current, int expected, Function<T, Outcome<R>> next) {
        return current == expected ? next.apply(thing) : Outcome.refused(new StaleVersion(thing));
    }

    /** Now, as precise as the database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
