/** Connecting by redirect on the pages: before the browser leaves for the vendor, and when it is back. */
@NullMarked
package io.patchbay.authorization.ui;

import org.jspecify.annotations.NullMarked;
