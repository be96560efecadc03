/** The wizard's pages: choosing a system, its page, and the four steps. */
@NamedInterface("ui")
@NullMarked
package io.patchbay.setup.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
