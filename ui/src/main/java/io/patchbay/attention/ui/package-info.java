/** The pages of what needs attention and of what expires, and the panel about both on the dashboard. */
@NamedInterface("ui")
@NullMarked
package io.patchbay.attention.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
