/** Sending the requests of programs to systems, over the one way out. */
@NamedInterface("connectivity")
@NullMarked
package io.patchbay.proxy.connectivity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
