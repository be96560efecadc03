/** The keys that encrypt secrets, as GraphQL shows them. */
@NullMarked
package io.patchbay.credential.api;

import org.jspecify.annotations.NullMarked;
