/** Pages about who is acting: logging in, registering, API tokens. */
@NullMarked
package io.patchbay.identity.ui;

import org.jspecify.annotations.NullMarked;
