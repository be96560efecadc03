package io.patchbay.access;

import io.patchbay.limit.Limited;
import io.patchbay.shared.Secret;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.Environment;
import io.patchbay.system.SystemDefinition;
import io.patchbay.token.TokenSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks third-party systems whether they answer and accept credentials. Implementations hold no database connection. */
public interface Checks {

    /**
     * Everything that a check needs.
     *
     * @param values by field key, secret or not; only fields that are set
     * @param tokens where the tokens of these credentials come from; null: they are asked for anew, and kept nowhere
     * @param limited what the requests beyond the first are under, and who believes what the system says of its limits;
     *     null: nobody
     */
    record Question(
            SystemDefinition system,
            Environment environment,
            AuthenticationMethod method,
            Map<String, Secret> values,
            @Nullable TokenSource tokens,
            @Nullable Limited limited) {

        public Question {
            values = Map.copyOf(values);
        }

        /** A question of credentials whose tokens nobody keeps. */
        public Question(
                SystemDefinition system,
                Environment environment,
                AuthenticationMethod method,
                Map<String, Secret> values) {
            this(system, environment, method, values, null, null);
        }

        /** The same question under limits. */
        public Question with(Limited limits) {
            return new Question(system, environment, method, values, tokens, limits);
        }

        /** The same question with tokens from there. */
        public Question with(TokenSource source) {
            return new Question(system, environment, method, values, source, limited);
        }
    }

    /** Whether credentials of the method can be tried at all. Pages leave the button out where they cannot. */
    default boolean supports(AuthenticationMethod method) {
        return !method.needsRedirect();
    }

    /**
     * Asks, and waits for the answer 10 seconds at most. Only for methods that are supported. Never throws for what the
     * system does.
     */
    Check check(Question question);
}
