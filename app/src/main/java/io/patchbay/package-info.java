/** The application: starts Patchbay and wires its modules together; no business code lives here. */
@NullMarked
package io.patchbay;

import org.jspecify.annotations.NullMarked;
