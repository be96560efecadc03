/** The Demo Shop's server: a third party that Patchbay plays to itself, which shares nothing with it but the process. */
@NullMarked
package io.patchbay.demoshop;

import org.jspecify.annotations.NullMarked;
