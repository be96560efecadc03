package io.patchbay.idempotency;

import io.patchbay.shared.CompanyId;
import java.util.UUID;

/**
 * A request that can be recognised.
 *
 * @param sender the person or API token that sends it; keys of one mean nothing to another
 * @param operation what is to be done
 * @param fingerprint of everything that was sent; see {@link Fingerprints}
 */
public record RepeatableRequest(
        CompanyId company, UUID sender, String operation, IdempotencyKey key, String fingerprint) {}
