/** What every part of the GraphQL API uses: ids, pages, user errors, scalars, errors, and the HTTP edge with GraphiQL. */
@NullMarked
package io.patchbay.api;

import org.jspecify.annotations.NullMarked;
