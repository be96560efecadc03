/** How connectors and instances were used, as fields of both. */
@NullMarked
package io.patchbay.usage.api;

import org.jspecify.annotations.NullMarked;
