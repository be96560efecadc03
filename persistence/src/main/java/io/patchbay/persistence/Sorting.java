package io.patchbay.persistence;

import org.jspecify.annotations.Nullable;

/**
 * Which rows come first.
 *
 * @param key null: the order of birth alone
 */
record Sorting(@Nullable SortKey key, boolean ascending) {

    static final Sorting OLDEST_FIRST = new Sorting(null, true);

    boolean byBirth() {
        return key == null;
    }

    String sql() {
        return key == null ? "it.id" + way() : key.sorting(way()) + ", it.id" + way();
    }

    private String way() {
        return ascending ? " asc" : " desc";
    }
}
