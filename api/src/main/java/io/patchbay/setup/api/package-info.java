/** Creating connectors and instances, at once or step by step, as GraphQL offers it. */
@NullMarked
package io.patchbay.setup.api;

import org.jspecify.annotations.NullMarked;
