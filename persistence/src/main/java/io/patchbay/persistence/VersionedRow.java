package io.patchbay.persistence;

import java.util.LinkedHashMap;
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

    /** The columns that are written when the row is born and by no later change of it, with their values. */
    default SequencedMap<String, @Nullable Object> columnsAtBirth() {
        return new LinkedHashMap<>();
    }
}
