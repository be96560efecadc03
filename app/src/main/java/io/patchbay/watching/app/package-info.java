/** Watching Patchbay itself: request ids, what is measured, and what becomes of it (decision 0027). */
@NamedInterface("app")
@NullMarked
package io.patchbay.watching.app;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
