/** Asking systems whether they answer and accept the credentials: one class per way of letting others in. */
@NamedInterface("connectivity")
@NullMarked
package io.patchbay.access.connectivity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
