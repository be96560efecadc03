/** The periods that are over, in partitions by time, and those that last, in the rows of connectors and instances. */
@NullMarked
package io.patchbay.history.persistence;

import org.jspecify.annotations.NullMarked;
