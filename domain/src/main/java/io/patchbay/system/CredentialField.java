package io.patchbay.system;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a system wants to know before it lets us in.
 *
 * @param key unique within its method; what GraphQL and the database call it
 * @param secret whether the value is encrypted and never shown again
 * @param pattern what a whole value must match
 * @param example a value of the right form, which never works anywhere but in the Demo Shop
 * @param help how to find the value, in CommonMark
 * @param options the values of a {@link CredentialKind#CHOICE}; empty for every other kind
 * @param destinations where the value goes in a request; at least one
 * @param shapes by environment, what whole values look like that belong there; empty where nothing can be told by that
 * @param lifetimes by environment, how long a value is good for at most after the vendor made it; empty where it does not end,
 *     or nobody knows when
 * @param granted where the vendor tells the value when a person says yes; null: the person is asked
 * @param verified false where the vendor's own page could not be read
 */
public record CredentialField(
        String key,
        String label,
        CredentialKind kind,
        boolean secret,
        boolean required,
        @Nullable Pattern pattern,
        @Nullable String example,
        @Nullable String help,
        List<String> options,
        List<CredentialDestination> destinations,
        Map<Environment, Pattern> shapes,
        Map<Environment, Period> lifetimes,
        @Nullable GrantPointer granted,
        boolean verified) {

    public CredentialField {
        options = List.copyOf(options);
        destinations = List.copyOf(destinations);
        shapes = Map.copyOf(shapes);
        lifetimes = Map.copyOf(lifetimes);
        if (destinations.isEmpty()) {
            throw new IllegalArgumentException("A field has a destination: " + key);
        }
    }

    /** A field whose value goes to one place, and is the same in both environments. */
    public CredentialField(
            String key,
            String label,
            CredentialKind kind,
            boolean secret,
            boolean required,
            @Nullable Pattern pattern,
            @Nullable String example,
            @Nullable String help,
            List<String> options,
            CredentialDestination destination,
            boolean verified) {
        this(
                key,
                label,
                kind,
                secret,
                required,
                pattern,
                example,
                help,
                options,
                List.of(destination),
                Map.of(),
                Map.of(),
                null,
                verified);
    }

    /** The same field, which may be left empty. */
    public CredentialField asOptional() {
        return new CredentialField(
                key,
                label,
                kind,
                secret,
                false,
                pattern,
                example,
                help,
                options,
                destinations,
                shapes,
                lifetimes,
                granted,
                verified);
    }

    /** Whether a person is asked for it. */
    public boolean isAsked() {
        return granted == null;
    }

    /** Whether the value decides which host is spoken to, so that it must not change under secrets that are kept. */
    public boolean formsAddress() {
        return destinations.stream().anyMatch(CredentialDestination::formsAddress);
    }

    /** Whether a value looks like one of the other environment, and not like one of this. */
    public boolean belongsElsewhere(String value, Environment environment) {
        var own = shapes.get(environment);
        var other = shapes.get(environment == Environment.LIVE ? Environment.TEST : Environment.LIVE);
        return other != null
                && other.matcher(value).matches()
                && (own == null || !own.matcher(value).matches());
    }
}
