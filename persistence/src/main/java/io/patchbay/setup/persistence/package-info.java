/** Unfinished wizards as rows. */
@NullMarked
package io.patchbay.setup.persistence;

import org.jspecify.annotations.NullMarked;
