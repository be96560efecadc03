/** Kept answers as rows, and the keys of fingerprints among the secrets. */
@NullMarked
package io.patchbay.idempotency.persistence;

import org.jspecify.annotations.NullMarked;
