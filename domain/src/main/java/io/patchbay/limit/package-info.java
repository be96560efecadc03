/** How often a system may be asked, on all nodes together, and what vendors say about it. */
@NullMarked
package io.patchbay.limit;

import org.jspecify.annotations.NullMarked;
