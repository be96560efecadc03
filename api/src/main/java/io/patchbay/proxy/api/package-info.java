/** Requests of programs to systems, and their answers, over HTTP. */
@NamedInterface("api")
@NullMarked
package io.patchbay.proxy.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
