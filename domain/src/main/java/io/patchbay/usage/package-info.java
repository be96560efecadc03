/** How connectors and instances are used: what their uses say about their statuses, and how many there are. */
@NullMarked
package io.patchbay.usage;

import org.jspecify.annotations.NullMarked;
