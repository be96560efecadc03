/** What somebody has to look after: what does not work, and what will stop working because its time is over. */
@NullMarked
package io.patchbay.attention;

import org.jspecify.annotations.NullMarked;
