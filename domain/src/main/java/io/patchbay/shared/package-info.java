/** Words that any feature may use: use cases, outcomes, refusals, names, pages. Kept tiny. */
@NullMarked
package io.patchbay.shared;

import org.jspecify.annotations.NullMarked;
