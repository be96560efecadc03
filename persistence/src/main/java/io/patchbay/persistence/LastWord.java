package io.patchbay.persistence;

import io.patchbay.shared.Contended;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;

/** The database has the last word: where it says that somebody else was faster, the domain learns of it in its own word. */
public final class LastWord {

    // Foreign key and unique violations: what was asked for and answered a moment ago is true no more.
    private static final Set<String> OVERTAKEN = Set.of("23503", "23505");

    private LastWord() {}

    /**
     * Runs a write.
     *
     * @param what what is written, in the domain's words
     * @throws Contended where somebody else was faster
     */
    public static <T> T heed(String what, Supplier<T> write) {
        try {
            return write.get();
        } catch (ConcurrencyFailureException overtaken) {
            throw new Contended(what, overtaken);
        } catch (DataAccessException failure) {
            throw overtaken(failure) ? new Contended(what, failure) : failure;
        }
    }

    /** As {@link #heed}, for a write that changes exactly the one row that was read before. */
    public static void heedOne(String what, Supplier<Integer> write) {
        heed(what, () -> {
            if (write.get() != 1) {
                throw new OptimisticLockingFailureException("The row changed or went away");
            }
            return what;
        });
    }

    private static boolean overtaken(DataAccessException failure) {
        return failure.getRootCause() instanceof SQLException cause && OVERTAKEN.contains(cause.getSQLState());
    }
}
