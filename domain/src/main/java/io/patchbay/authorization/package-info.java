/** Connecting by redirect: a person says yes on the vendor's page, and comes back with what Patchbay needs. */
@NullMarked
package io.patchbay.authorization;

import org.jspecify.annotations.NullMarked;
