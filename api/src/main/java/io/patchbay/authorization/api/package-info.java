/** Connecting by redirect, as GraphQL offers it. */
@NullMarked
package io.patchbay.authorization.api;

import org.jspecify.annotations.NullMarked;
