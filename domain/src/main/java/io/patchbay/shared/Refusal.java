package io.patchbay.shared;

import java.util.List;
import java.util.Locale;

/**
 * Why Patchbay did not do what was asked: an expected answer, never an exception. Carries a stable code, the field it is
 * about, and a key with arguments from which every language makes its sentence. A refusal that points at something in the
 * way is a type of its own in that thing's feature.
 */
public interface Refusal {

    /** The stable name of the rule that said no. */
    RefusalCode code();

    /** The path below the input, outermost first; a credential's is {@code ["credentials", "<key>"]}. Empty: no one field. */
    List<String> field();

    /** The key of the sentence in {@code refusals.properties}, without its prefix. */
    String reason();

    /** What the sentence's placeholders stand for. Never a secret. */
    List<Object> arguments();

    /** A sentence in the reader's language that names what would be right. */
    default String message(Locale locale) {
        return RefusalTexts.message(this, locale);
    }
}
