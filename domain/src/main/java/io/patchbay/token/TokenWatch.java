package io.patchbay.token;

import java.time.Instant;

/** Whoever has to know when tokens come to need a person, and when they do so no more. Called in the same transaction. */
public interface TokenWatch {

    /** Only a person can get new tokens. */
    void needsReconnect(TokenGrant grant, TokenTrouble why, Instant now);

    /** There are new tokens. */
    void renewed(TokenGrant grant, Instant now);
}
