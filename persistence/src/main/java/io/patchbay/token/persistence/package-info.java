/** Grants as rows; their tokens are secrets. */
@NullMarked
package io.patchbay.token.persistence;

import org.jspecify.annotations.NullMarked;
