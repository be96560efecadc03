/** Who is acting, and for which company: persons, API tokens, viewers, registration. */
@NullMarked
package io.patchbay.identity;

import org.jspecify.annotations.NullMarked;
