/** Installed systems and their instances, as GraphQL shows and changes them. */
@NullMarked
package io.patchbay.instance.api;

import org.jspecify.annotations.NullMarked;
