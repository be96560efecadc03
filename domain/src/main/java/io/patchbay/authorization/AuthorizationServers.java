package io.patchbay.authorization;

import io.patchbay.access.Checks;
import io.patchbay.shared.Secret;
import io.patchbay.token.IssuedTokens;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The vendors' sides of a grant. Implementations hold no database connection. */
public interface AuthorizationServers {

    /** What goes along when a person is sent to the vendor. */
    record Leaving(Secret state, Secret verifier, URI redirectAddress) {}

    /**
     * What a person came back with.
     *
     * @param parameters all of the callback's, the code among them
     */
    record Returning(Secret verifier, URI redirectAddress, Map<String, Secret> parameters) {

        public Returning {
            parameters = Map.copyOf(parameters);
        }
    }

    /** What came of asking for tokens. */
    sealed interface Redeemed {

        /**
         * There are tokens.
         *
         * @param told what the vendor told for fields that it fills in, by their keys
         */
        record Granted(IssuedTokens tokens, Map<String, String> told) implements Redeemed {

            public Granted {
                told = Map.copyOf(told);
            }
        }

        /**
         * The vendor gives none.
         *
         * @param why the vendor's word, or that of a {@link io.patchbay.access.CheckReason}
         */
        record Refused(String why) implements Redeemed {}

        /** The vendor gave no answer that means anything. */
        record Unreachable(String why) implements Redeemed {}
    }

    /** The page on which a person says yes; empty where the credentials make no address. */
    Optional<URI> page(Checks.Question question, Leaving leaving);

    /** Asks the vendor for tokens, and waits for the answer 20 seconds at most. Never throws for what the vendor does. */
    Redeemed redeem(Checks.Question question, Returning returning);
}
