package io.patchbay.shared;

import org.jspecify.annotations.Nullable;

/** What people call a thing: 1 to 80 characters, some of them visible, without control characters or white space at its edges. */
public record Name(String value) implements Comparable<Name> {

    /** The longest name, in Unicode code points. */
    public static final int MAX_LENGTH = 80;

    public Name {
        if (fault(value) != null || !value.equals(value.strip())) {
            throw new IllegalArgumentException("Not a name: " + fault(value));
        }
    }

    /** Reads what a person typed; white space at its edges is dropped. */
    public static Outcome<Name> parse(@Nullable String text, String field) {
        var stripped = text == null ? "" : text.strip();
        var fault = fault(stripped);
        return fault == null
                ? Outcome.done(new Name(stripped))
                : Outcome.refused(InvalidInput.of(RefusalCode.INVALID_NAME, field, fault, MAX_LENGTH));
    }

    // A loop and no streams: every name of every row that is read comes by here.
    private static @Nullable String fault(String text) {
        var blank = true;
        var printable = true;
        for (int at = 0, character; at < text.length(); at += Character.charCount(character)) {
            character = text.codePointAt(at);
            blank = blank && invisible(character);
            printable = printable && !unprintable(character);
        }
        if (blank) {
            return "name.blank";
        }
        if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
            return "name.too-long";
        }
        return printable ? null : "name.control-characters";
    }

    // More than Java's blank: the database takes no-break spaces for white space too.
    private static boolean invisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }

    private static boolean unprintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }

    @Override
    public int compareTo(Name other) {
        return value.compareToIgnoreCase(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
