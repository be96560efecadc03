package io.patchbay.shared;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By what everything is found again that one request led to, or one run of work in the background: errors name it, and so
 * does every line of the log.
 */
public record RequestId(String value) {

    /** Nothing that a log, a header or JSON would have to escape. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private static final ThreadLocal<@Nullable RequestId> CURRENT = new ThreadLocal<>();

    public RequestId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A request id is 1 to 64 letters, digits, dots, dashes and underscores");
        }
    }

    /** One that nobody else has. */
    public static RequestId random() {
        return new RequestId(
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
    }

    /** One that somebody else has given; empty where it is none. */
    public static Optional<RequestId> parse(@Nullable String text) {
        return text != null && FORM.matcher(text).matches() ? Optional.of(new RequestId(text)) : Optional.empty();
    }

    /** Of the work on this thread; null where it has none. */
    public static @Nullable RequestId current() {
        return CURRENT.get();
    }

    /** Of the work on this thread; one of its own where it has none. */
    public static RequestId currentOrOwn() {
        var current = CURRENT.get();
        return current == null ? random() : current;
    }

    /** Marks what this thread does until the scope is closed. */
    public Scope open() {
        var outer = CURRENT.get();
        CURRENT.set(this);
        return () -> {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        };
    }

    /** Ends what it stands for, on the thread that began it. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {

        @Override
        void close();
    }

    @Override
    public String toString() {
        return value;
    }
}
