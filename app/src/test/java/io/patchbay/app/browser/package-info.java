/** People in a real browser, at the real application. */
@NullMarked
package io.patchbay.app.browser;

import org.jspecify.annotations.NullMarked;
