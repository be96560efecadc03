/** What needs attention, as the database has noted it beside what it is about. */
@NullMarked
package io.patchbay.attention.persistence;

import org.jspecify.annotations.NullMarked;
