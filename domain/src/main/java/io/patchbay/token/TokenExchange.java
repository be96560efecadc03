package io.patchbay.token;

import io.patchbay.shared.Secret;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.Environment;
import io.patchbay.system.SystemDefinition;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks vendors for tokens. Implementations hold no database connection. */
public interface TokenExchange {

    /**
     * Everything that an exchange needs.
     *
     * @param values by field key, secret or not; only fields that are set
     * @param refreshToken the newest one; null: none was issued yet, and the method's own fields say it all
     */
    record Request(
            SystemDefinition system,
            Environment environment,
            AuthenticationMethod method,
            Map<String, Secret> values,
            @Nullable Secret refreshToken) {

        public Request {
            values = Map.copyOf(values);
        }
    }

    /** What came of an exchange. */
    sealed interface Answer {

        /** There are tokens. */
        record Issued(IssuedTokens tokens) implements Answer {}

        /**
         * There are none.
         *
         * @param retryAfter how long the vendor asks to be left alone; null: it did not say
         * @param lost whether the vendor may have done what it was asked, though its answer never came
         */
        record Failed(TokenTrouble trouble, @Nullable Duration retryAfter, boolean lost) implements Answer {}
    }

    /** Asks, and waits for the answer no longer than that. Never throws for what the vendor does. */
    Answer ask(Request request, Duration longest);
}
