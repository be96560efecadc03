/** The one way out of Patchbay: what is spoken to, over which addresses, how long and how much of it is listened to. */
@NullMarked
package io.patchbay.connectivity;

import org.jspecify.annotations.NullMarked;
