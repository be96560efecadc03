/** Connectors, as GraphQL shows and changes them. */
@NullMarked
package io.patchbay.connector.api;

import org.jspecify.annotations.NullMarked;
