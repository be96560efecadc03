/** Requests that may be repeated without being done twice. */
@NullMarked
package io.patchbay.idempotency;

import org.jspecify.annotations.NullMarked;
