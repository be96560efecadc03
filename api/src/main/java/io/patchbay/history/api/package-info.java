/** What checks found over time, as GraphQL shows it. */
@NullMarked
package io.patchbay.history.api;

import org.jspecify.annotations.NullMarked;
