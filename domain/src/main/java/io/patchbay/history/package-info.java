/** What checks found over time: periods of the same result, and how much of the time a system let us in. */
@NullMarked
package io.patchbay.history;

import org.jspecify.annotations.NullMarked;
