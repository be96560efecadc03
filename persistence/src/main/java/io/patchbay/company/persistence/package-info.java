/** Companies and their groups as rows. */
@NullMarked
package io.patchbay.company.persistence;

import org.jspecify.annotations.NullMarked;
