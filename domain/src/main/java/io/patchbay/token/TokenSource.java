package io.patchbay.token;

import java.time.Duration;

/** Where the access token of one set of credentials comes from. Thread-safe; nobody holds a database connection meanwhile. */
public interface TokenSource {

    /** The token, renewed first where its end is near. Waits no longer than {@code patience}; the renewal goes on all the same. */
    TokenAnswer token(Duration patience);

    /** Another token than one that the system has just refused, though its time was not over. */
    TokenAnswer insteadOf(AccessToken refused, Duration patience);
}
