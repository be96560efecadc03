/** The wizard's rules: its steps, the stored drafts, and the creation of connectors and instances. */
@NullMarked
package io.patchbay.setup;

import org.jspecify.annotations.NullMarked;
