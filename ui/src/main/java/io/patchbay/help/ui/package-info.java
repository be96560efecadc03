/** The page that explains Patchbay's words. */
@NullMarked
package io.patchbay.help.ui;

import org.jspecify.annotations.NullMarked;
