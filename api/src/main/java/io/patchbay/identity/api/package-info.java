/** Who is asking, and API tokens, as GraphQL shows them. */
@NullMarked
package io.patchbay.identity.api;

import org.jspecify.annotations.NullMarked;
