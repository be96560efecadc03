/** The one table that connectors and instances share. */
@NullMarked
package io.patchbay.access.persistence;

import org.jspecify.annotations.NullMarked;
