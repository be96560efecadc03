/** Watching Patchbay as a whole: for whoever runs it, never for one company. */
@NullMarked
package io.patchbay.watching;

import org.jspecify.annotations.NullMarked;
