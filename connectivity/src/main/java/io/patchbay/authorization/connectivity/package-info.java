/** Speaking to the authorization servers of vendors. */
@NamedInterface("connectivity")
@NullMarked
package io.patchbay.authorization.connectivity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
