/** What connectors and instances share: how Patchbay reaches one system for one company. */
@NullMarked
package io.patchbay.access;

import org.jspecify.annotations.NullMarked;
