/** The page about the keys that encrypt secrets. */
@NullMarked
package io.patchbay.credential.ui;

import org.jspecify.annotations.NullMarked;
