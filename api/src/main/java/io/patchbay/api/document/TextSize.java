package io.patchbay.api.document;

/**
 * How much a document's text holds, counted in one pass that keeps nothing: parsing builds objects for every sign, so what is
 * too much is refused before.
 *
 * @param tokens words and signs; a long one counts once for every {@value #LENGTH} characters begun, and so do spaces and
 *     comments between two of them, once for every {@value #LENGTH} that are full
 * @param nesting brackets of any kind within brackets
 */
record TextSize(long tokens, int nesting) {

    static final int LENGTH = 30;

    static TextSize of(String document) {
        return new Count(document).size();
    }

    private static final class Count {

        private static final char END = '\0';

        private final String text;
        private int at;
        private long tokens;
        private int open;
        private int nesting;

        Count(String text) {
            this.text = text;
        }

        TextSize size() {
            while (at < text.length()) {
                var start = at;
                skipIgnored();
                tokens += (at - start) / LENGTH;
                if (at < text.length()) {
                    start = at;
                    skipToken();
                    tokens += 1 + (at - start - 1) / LENGTH;
                }
            }
            return new TextSize(tokens, nesting);
        }

        private void skipIgnored() {
            while (at < text.length()) {
                switch (text.charAt(at)) {
                    case ' ', '\t', '\n', '\r', ',', '\uFEFF' -> at++;
                    case '#' -> skipLine();
                    default -> {
                        return;
                    }
                }
            }
        }

        private void skipLine() {
            while (at < text.length() && !isLineEnd(text.charAt(at))) {
                at++;
            }
        }

        private void skipToken() {
            var sign = text.charAt(at);
            if (isWord(sign)) {
                skipWord();
            } else if (text.startsWith("\"\"\"", at)) {
                skipBlock();
            } else if (sign == '"') {
                skipString();
            } else if (text.startsWith("...", at)) {
                at += 3;
            } else {
                bracket(sign);
                at++;
            }
        }

        private void bracket(char sign) {
            switch (sign) {
                case '{', '(', '[' -> nesting = Math.max(nesting, ++open);
                case '}', ')', ']' -> open--;
                default -> {}
            }
        }

        /** A name or a number; which of them, and whether it is a right one, is for the parser to say. */
        private void skipWord() {
            do {
                at++;
            } while (isWord(charAt(at)) || charAt(at) == '.' && isWord(charAt(at + 1)));
        }

        private void skipString() {
            at++;
            while (at < text.length() && text.charAt(at) != '"' && !isLineEnd(text.charAt(at))) {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            at = Math.min(text.length(), at + 1);
        }

        private void skipBlock() {
            at += 3;
            while (at < text.length() && !text.startsWith("\"\"\"", at)) {
                at += text.startsWith("\\\"\"\"", at) ? 4 : 1;
            }
            at = Math.min(text.length(), at + 3);
        }

        private char charAt(int index) {
            return index < text.length() ? text.charAt(index) : END;
        }

        private static boolean isLineEnd(char sign) {
            return sign == '\n' || sign == '\r';
        }

        private static boolean isWord(char sign) {
            return sign >= 'a' && sign <= 'z'
                    || sign >= 'A' && sign <= 'Z'
                    || sign >= '0' && sign <= '9'
                    || sign == '_'
                    || sign == '-';
        }
    }
}
