/** The PostgreSQL server that Patchbay brings along and keeps in its data directory. */
@NamedInterface("persistence")
@NullMarked
package io.patchbay.postgres.persistence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
