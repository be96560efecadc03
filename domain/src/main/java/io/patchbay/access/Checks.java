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

    /** Asks, and waits for the answer 10 seconds at most. Never throws for what the system does. */
    Check check(Question question);
}
