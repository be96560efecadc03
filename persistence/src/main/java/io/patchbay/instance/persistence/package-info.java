/** Instances as rows of the table that they share with connectors, and the installed systems. */
@NullMarked
package io.patchbay.instance.persistence;

import org.jspecify.annotations.NullMarked;
