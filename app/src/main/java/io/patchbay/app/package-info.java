/** Wires the modules into one application: use cases, security, settings, start-up. No business code lives here. */
@NullMarked
package io.patchbay.app;

import org.jspecify.annotations.NullMarked;
