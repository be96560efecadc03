/** What connectors and instances share, as GraphQL shows it. */
@NullMarked
package io.patchbay.access.api;

import org.jspecify.annotations.NullMarked;
