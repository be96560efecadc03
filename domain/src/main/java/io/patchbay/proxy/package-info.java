/** Use without seeing: requests of programs, sent to a system with credentials that the programs never learn. */
@NullMarked
package io.patchbay.proxy;

import org.jspecify.annotations.NullMarked;
