/** Installed systems and their named sets of credentials and settings, for process flows. */
@NullMarked
package io.patchbay.instance;

import org.jspecify.annotations.NullMarked;
