package io.patchbay.system;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a vendor tells something when a person grants access: which of its answers, and a JSON Pointer (RFC 6901) in it.
 * Written {@code token#/team/name}.
 */
public record GrantPointer(Answer answer, String pointer) {

    /** What a vendor answers in the course of a grant. */
    public enum Answer {
        /** The parameters with which the person comes back. */
        CALLBACK,
        /** The token endpoint's answer. */
        TOKEN,
        /** The claims of the id token in there. */
        ID_TOKEN,
        /** The answer to a question of its own, asked with the new token. */
        ACCOUNT;

        private String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Reads it as definitions write it; empty for anything else. */
    public static Optional<GrantPointer> parse(String text) {
        var parts = text.split("#", 2);
        return parts.length < 2
                ? Optional.empty()
                : Stream.of(Answer.values())
                        .filter(answer -> answer.written().equals(parts[0]))
                        .map(answer -> new GrantPointer(answer, parts[1]))
                        .findFirst();
    }

    @Override
    public String toString() {
        return answer.written() + "#" + pointer;
    }
}
