/** What needs attention and what expires, as clients read it. */
@NullMarked
package io.patchbay.attention.api;

import org.jspecify.annotations.NullMarked;
