/** GraphQL over HTTP: what is asked in which form, and in which form it is answered. */
@NullMarked
package io.patchbay.api.http;

import org.jspecify.annotations.NullMarked;
