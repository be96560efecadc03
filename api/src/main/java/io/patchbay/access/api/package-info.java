/** What connectors and instances share, as GraphQL shows it. */
@NamedInterface("api")
@NullMarked
package io.patchbay.access.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
