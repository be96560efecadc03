package io.patchbay.demoshop;

import java.util.Set;

/**
 * What an app asks a person for.
 *
 * @param redirectAddress where the answer goes, one of the app's own
 * @param state what the app wants to find in the answer
 * @param codeChallenge what the code's taker has to know the origin of (RFC 7636)
 */
record Wish(String app, String redirectAddress, String state, String codeChallenge, Set<Permission> permissions) {

    @Override
    public String toString() {
        return "Wish[" + app + "]";
    }
}
