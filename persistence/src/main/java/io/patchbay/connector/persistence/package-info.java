/** Connectors as rows of the table that they share with instances. */
@NullMarked
package io.patchbay.connector.persistence;

import org.jspecify.annotations.NullMarked;
