/** Counting what there is. */
@NullMarked
package io.patchbay.watching.persistence;

import org.jspecify.annotations.NullMarked;
