/** How the ledgers of limits are kept in PostgreSQL. */
@NullMarked
package io.patchbay.limit.persistence;

import org.jspecify.annotations.NullMarked;
