/** Creating connectors and instances at once, as GraphQL offers it. */
@NullMarked
package io.patchbay.setup.api;

import org.jspecify.annotations.NullMarked;
