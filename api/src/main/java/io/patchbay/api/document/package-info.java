/** Documents: parsed and checked once, kept, and held to limits before anything is asked of the database. */
@NullMarked
package io.patchbay.api.document;

import org.jspecify.annotations.NullMarked;
