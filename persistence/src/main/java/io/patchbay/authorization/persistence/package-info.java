/** Attempts to connect by redirect as rows. */
@NullMarked
package io.patchbay.authorization.persistence;

import org.jspecify.annotations.NullMarked;
