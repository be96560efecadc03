/** The header {@code Idempotency-Key}: mutations that may be sent again. */
@NullMarked
package io.patchbay.idempotency.api;

import org.jspecify.annotations.NullMarked;
