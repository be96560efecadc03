package io.patchbay.access;

import io.patchbay.shared.Secret;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.Environment;
import io.patchbay.system.SystemDefinition;
import java.util.Map;

/** Asks third-party systems whether they answer and accept credentials. Implementations hold no database connection. */
public interface Checks {

    /**
     * Everything that a check needs.
     *
     * @param values by field key, secret or not; only fields that are set
     */
    record Question(
            SystemDefinition system, Environment environment, AuthenticationMethod method, Map<String, Secret> values) {

        public Question {
            values = Map.copyOf(values);
        }
    }

    /**
     * Whether credentials of the method can be tried at all: not where a person has to say yes first, nor where trying
     * would use them up. Pages leave the button out then.
     */
    default boolean supports(AuthenticationMethod method) {
        return method.available();
    }

    /**
     * Asks, and waits for the answer 10 seconds at most. Only for methods that are supported. Never throws for what the
     * system does.
     */
    Check check(Question question);
}
