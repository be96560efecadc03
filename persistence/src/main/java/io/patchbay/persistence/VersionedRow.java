package io.patchbay.persistence;

import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of a company that is written as a whole, under its version. */
public interface VersionedRow {

    UUID companyId();

    UUID id();

    /** 0: not yet in the database. */
    int version();

    /** The other columns by name, each time in the same order. */
    SequencedMap<String, @Nullable Object> columns();
}
