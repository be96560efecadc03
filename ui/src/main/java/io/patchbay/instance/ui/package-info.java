/** The pages of instances and of the marketplace from which systems are installed. */
@NullMarked
package io.patchbay.instance.ui;

import org.jspecify.annotations.NullMarked;
