/** How programs use systems, as pages show it. */
@NullMarked
package io.patchbay.proxy.ui;

import org.jspecify.annotations.NullMarked;
