package io.patchbay.credential;

import java.time.Instant;

/**
 * Until when a credential is good for anything.
 *
 * @param exact whether that is the very moment; false: it may end sooner, because only the longest life is known that its
 *     vendor gives it
 */
public record CredentialEnd(Instant at, boolean exact) {}
