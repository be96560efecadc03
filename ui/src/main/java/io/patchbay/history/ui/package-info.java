/** What checks found over time, on the pages of connectors and instances. */
@NamedInterface("ui")
@NullMarked
package io.patchbay.history.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
