/** The tenant and its groups: every row belongs to a company, every connector to one of its groups. */
@NullMarked
package io.patchbay.company;

import org.jspecify.annotations.NullMarked;
