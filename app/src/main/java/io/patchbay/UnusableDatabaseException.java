package io.patchbay;

/** Why the database that was named cannot be used: a sentence for the person who started Patchbay. */
class UnusableDatabaseException extends RuntimeException {

    UnusableDatabaseException(String sentence) {
        super(sentence);
    }

    UnusableDatabaseException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
