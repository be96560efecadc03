package io.patchbay.idempotency;

import io.patchbay.shared.CompanyId;

/** Tells whether two requests are the same without keeping either. */
public interface Fingerprints {

    /**
     * The fingerprint of a text, the same for the same company on every node and after every restart. Nobody who reads it in
     * the database can try out what was sent: that needs a key that is kept as secrets are.
     */
    String of(CompanyId company, String text);
}
