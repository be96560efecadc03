package io.patchbay.live.api;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * The login that a connection was opened by.
 *
 * @param http null: a token opened it
 */
record Session(@Nullable HttpSession http) {

    /** Whether it is not over; asking does not prolong it. */
    boolean holds() {
        if (http == null) {
            return true;
        }
        try {
            http.getCreationTime();
            return true;
        } catch (IllegalStateException over) {
            return false;
        }
    }
}
