/** Companies and their groups, as GraphQL shows them. */
@NullMarked
package io.patchbay.company.api;

import org.jspecify.annotations.NullMarked;
