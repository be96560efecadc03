/** What uses say and how many there are, as rows. */
@NullMarked
package io.patchbay.usage.persistence;

import org.jspecify.annotations.NullMarked;
