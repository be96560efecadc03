/** How connectors and instances are used, on their pages. */
@NamedInterface("ui")
@NullMarked
package io.patchbay.usage.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
