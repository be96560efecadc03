/** Secrets, encrypted before they reach the database, and the keys that do it. */
@NullMarked
package io.patchbay.credential.persistence;

import org.jspecify.annotations.NullMarked;
