/** The pages on which people log in and API tokens are made. */
@NullMarked
package io.patchbay.identity.ui;

import org.jspecify.annotations.NullMarked;
