/** Asking systems whether they answer and accept the credentials: one class per way of letting others in. */
@NullMarked
package io.patchbay.access.connectivity;

import org.jspecify.annotations.NullMarked;
