/** The pages on which people log in and API tokens are made. */
@NamedInterface("ui")
@NullMarked
package io.patchbay.identity.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
