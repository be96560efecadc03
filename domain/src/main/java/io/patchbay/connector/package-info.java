/** One system set up for one company group and one environment. */
@NullMarked
package io.patchbay.connector;

import org.jspecify.annotations.NullMarked;
