/** Persons and API tokens as rows, their hashes beside them. */
@NullMarked
package io.patchbay.identity.persistence;

import org.jspecify.annotations.NullMarked;
