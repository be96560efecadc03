package io.patchbay.api;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What graphql-java says is wrong, without the values that it repeats: one of them may be a secret. */
final class HarmlessText {

    // What stands before the value in the texts that repeat one, and says all that the client needs.
    private static final Pattern SAFE_PART =
            Pattern.compile("Validation error \\([\\w@\\[\\]/]*\\) : argument '[\\w.\\[\\]]+'"
                    + "|(?:Variable '\\w+' has an invalid value: )?(?:"
                    + "Invalid input for enum '\\w+'"
                    + "|Expected a value that can be converted to type '\\w+'"
                    + "|Expected a \\w+ input"
                    + "|Expected a string such as [\\w:/+.-]+"
                    + "|(?:Field '\\w+' of variable|Variable|Field|Input field|Argument) '\\w+' has coerced Null value for NonNull type '[\\w!\\[\\]]+'"
                    + "|The variables input contains a field name '\\w+' that is not defined for input object type '\\w+')"
                    + "|Variable '\\w+' has an invalid value");

    // Names that the client made up are repeated, however long they are, and so often that an answer is twice the
    // request.
    private static final int LONGEST = 500;

    private HarmlessText() {}

    /** Of a document that does not fit the schema. */
    static String ofDocument(@Nullable String text) {
        var message = Objects.requireNonNullElse(text, "");
        var repeatsValue = message.contains("with value '") || message.contains("Bad default value '");
        return repeatsValue
                ? safePart(message, "Validation error : a value has a wrong type")
                : message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
    }

    /** Of a variable that does not fit its type. */
    static String ofVariable(@Nullable String text) {
        return safePart(text, "A variable has an invalid value");
    }

    private static String safePart(@Nullable String message, String otherwise) {
        var safe = SAFE_PART.matcher(Objects.requireNonNullElse(message, ""));
        return !safe.lookingAt()
                ? otherwise
                : safe.group().endsWith("'") && safe.group().contains(": argument '")
                        ? safe.group() + " has a wrong type or misses a field"
                        : safe.group();
    }
}
